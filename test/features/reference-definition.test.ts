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

const NAMES = `
//- openapi.yaml
openapi: 3.2.0
info: { title: Pets, version: "1" }
security: [{ key: [] }, { 'schemes.yaml#/basic': [] }]
paths:
  /pets:
    get:
      responses:
        "200": { description: ok, content: { a/b: { schema: { $ref: 'https://pets.example/pet' } } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Pet:
      $id: https://pets.example/pet
      discriminator:
        propertyName: kind
        mapping: { cat: Cat, dog: 'dog.yaml', bird: '#/$defs/Bird' }
      $defs:
        Bird: { type: object }
    Cat: { type: object }
//- schemes.yaml
basic: { type: http, scheme: basic }
//- dog.yaml
discriminator:
  mapping: { puppy: Cat, none: Nobody }
`;

it.each([
  ['openapi.yaml', 'https://pets.example/pet', 'openapi.yaml:13'],
  ['openapi.yaml', 'Cat, dog', 'openapi.yaml:19'],
  ['openapi.yaml', 'cat: Cat', 'openapi.yaml:19'],
  ['openapi.yaml', 'dog.yaml', 'dog.yaml:0'],
  ['openapi.yaml', '#/$defs/Bird', 'openapi.yaml:18'],
  ['openapi.yaml', 'key: []', 'openapi.yaml:10'],
  ['openapi.yaml', 'schemes.yaml#/basic', 'schemes.yaml:0'],
  ['dog.yaml', 'Cat, none', 'openapi.yaml:19'],
  ['dog.yaml', 'Nobody', undefined],
  ['dog.yaml', 'mapping', undefined],
])('in %s, %s leads to %s', (name, text, target) => {
  const { workspace, analysis } = load(NAMES);
  const lines = (NAMES.split(`//- ${name}\n`)[1] ?? '').split('\n');
  const line = lines.findIndex((one) => one.includes(text));
  const position = { line, character: (lines[line] ?? '').indexOf(text) + 1 };
  const found = definitionFor(workspace, analysis, `file:///workspace/${name}`, position);
  expect(found.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}`)).toEqual(target ? [target] : []);
});
