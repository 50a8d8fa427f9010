import { describe, expect, it } from 'vitest';
import { definitionFor } from '../../server/src/core/index';
import { load } from '../support/check';
import { SHOP } from '../support/shop';

const FILES = (model: string, shared: string) => `${SHOP}  /orders:
    get: { operationId: listOrders, responses: {} }
//- a.threats.yaml
stridewise: 1
include: shared.threats.yaml
${model}
//- b.threats.yaml
stridewise: 1
include: shared.threats.yaml
//- shared.threats.yaml
stridewise: 1
apis: { shop: { spec: ./openapi.yaml } }
mitigations:
  limits: { control: rate-limiting, covers: ${shared}, status: implemented }
`;

function targets(source: string): string[] {
  const { workspace, analysis, cursor } = load(source);
  if (cursor === null) throw new Error('The text has no $0');
  const found = definitionFor(workspace, analysis, cursor.uri, { line: cursor.line, character: cursor.character });
  return found.map(({ uri, range }) => `${uri.replace('file:///workspace/', '')}:${range.start.line + 1}`);
}

describe('In a file that models include', () => {
  it('a place leads to the operations that it means in them, each once', () => {
    expect(targets(FILES('', 'ANY /or$0ders'))).toEqual(['openapi.yaml:9']);
  });

  it('the path of a specification leads to it', () => {
    expect(targets(FILES('', 'shop').replace('./openapi', './open$0api'))).toEqual(['openapi.yaml:1']);
  });

  it('an operation leads to the places there, each once', () => {
    const source = FILES('mitigations: { own: { covers: all on GET /orders, status: planned } }', 'GET /orders');
    expect(targets(source.replace('    get:', '    g$0et:')).sort()).toEqual([
      'a.threats.yaml:3',
      'shared.threats.yaml:4',
    ]);
  });
});
