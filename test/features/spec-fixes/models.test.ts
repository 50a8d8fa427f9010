import { describe, expect, it } from 'vitest';
import { analyse, fixesFor, openDocument, Workspace } from '../../../server/src/core/index';
import { TODAY } from '../../support/check';
import { applied, URI } from './support/mend';

const SPEC = `openapi: 3.1.0
info: { title: A, version: "1" }
security: [{ a: [] }]
paths:
  /news:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 80 } }
      responses: {}
  /notes:
    post: { responses: {} }
components:
  securitySchemes:
    a: { type: http, scheme: bearer }
`;

function fixesOf(model: string, rule: string, line: number) {
  const documents = [openDocument(URI, SPEC), openDocument('file:///workspace/a.threats.yaml', model, 'model')];
  const workspace = Workspace.empty.withAll(documents);
  const analysis = analyse(workspace, { today: TODAY, relative: (uri) => uri });
  const range = { start: { line, character: 0 }, end: { line, character: 200 } };
  const all = fixesFor(workspace, analysis, URI, range, { open: true });
  return all.filter((fix) => fix.strategy === undefined && fix.diagnostics.includes(rule));
}

describe('what a model says of a finding counts for its fix', () => {
  it('a page is as large as the model allows', () => {
    const model =
      'stridewise: 1\napis:\n  a: { spec: ./openapi.yaml }\nrules:\n  unbounded-page-size: { largest: 50, reason: The database is small }\n';
    const [fix] = fixesOf(model, 'unbounded-page-size', 7);
    expect(fix === undefined ? '' : applied({ [URI]: SPEC }, fix)[URI]).toBe(
      SPEC.replace('maximum: 80', 'maximum: 50'),
    );
  });

  it('a business flow that only the model knows is limited', () => {
    const model = 'stridewise: 1\napis:\n  a: { spec: ./openapi.yaml }\nbusinessFlows:\n  notes: [POST /notes]\n';
    const fixes = fixesOf(model, 'business-flow-abuse', 10);
    expect(fixes.map(({ title }) => title)).toEqual(['Declare a 429 response on POST /notes in the description']);
  });
});
