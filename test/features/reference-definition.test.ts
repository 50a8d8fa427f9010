import { expect, it } from 'vitest';
import { definitionFor } from '../../server/src/core/index';
import { load } from '../support/check';

const FILES = `
//- openapi.yaml
openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    $ref: ./orders.yaml
  /pets:
    get:
      responses: { "200": { $ref: "#/components/responses/Pet" }, "404": { $ref: https://other.example/x.yaml } }
components:
  responses:
    Pet: { description: One }
//- orders.yaml
get: { responses: { "200": { description: Orders } } }
`;

function leadsTo(text: string): readonly string[] {
  const { workspace, analysis } = load(FILES);
  const lines = FILES.split('\n').slice(2);
  const line = lines.findIndex((one) => one.includes(text));
  const position = { line, character: (lines[line] ?? '').indexOf(text) + 3 };
  return definitionFor(workspace, analysis, 'file:///workspace/openapi.yaml', position).map(
    ({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}`,
  );
}

it('a reference leads to its file or its component, and never out of the workspace', () => {
  expect(leadsTo('./orders.yaml')).toEqual(['orders.yaml:0']);
  expect(leadsTo('#/components/responses/Pet')).toEqual(['openapi.yaml:10']);
  expect(leadsTo('https://other.example')).toEqual([]);
});
