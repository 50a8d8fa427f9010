import { describe, expect, it } from 'vitest';
import { completionsBeside, definitionFor, hoverFor, renameFor } from '../../server/src/core';
import { type Loaded, load, TODAY } from '../support/check';

const spec = (own: string, path = '', root = '') => `//- openapi.yaml
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
${root}paths:
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
    delete:
      security: []
${own}      responses: { "204": { description: gone } }
    get:
      responses: { "200": { description: ok } }
${path}  /orders:
    post:
      security: []
      responses: { "201": { description: made } }
`;
const MODEL = `//- shop.threats.yaml
stridewise: 1
apis: { shop: ./openapi.yaml }
threats: { guess: { title: Guessing ids, stride: spoofing, affects: shop } }
`;

function itemsAt({ workspace, analysis, cursor }: Loaded) {
  const document = cursor === null ? undefined : workspace.get(cursor.uri);
  if (cursor === null || document === undefined) throw new Error('The text has no $0');
  const at = { line: cursor.line, character: cursor.character };
  return completionsBeside(document, at, { workspace, analysis, uri: document.uri, today: TODAY });
}
const labels = (source: string) => itemsAt(load(source))?.items.map(({ label }) => label);

describe('Among the answers of a description', () => {
  it.each(['      x-stridewise:\n        $0\n', '      x-stridewise:\n        mit$0\n'])(
    '%s takes its two keys',
    (own) => {
      expect(labels(spec(own))).toContain('mitigations');
      expect(labels(spec(own) + MODEL)).not.toContain('apis');
    },
  );

  it.each([
    ['on an operation', '      x-stridewise:\n        mitigations:\n          a:\n            covers: $0\n', '', ''],
    ['half-typed', '      x-stridewise:\n        mitigations:\n          a:\n            covers: mis$0\n', '', ''],
    ['of what does not apply', '      x-stridewise:\n        notApplicable:\n          $0\n', '', ''],
    [
      'behind the operations of a path',
      '',
      '    x-stridewise:\n      mitigations:\n        a:\n          covers: $0\n',
      '',
    ],
  ])('what is found there is proposed without its place: %s', (_, own, path, root) => {
    for (const source of [spec(own, path, root), spec(own, path, root) + MODEL]) {
      const found = labels(source);
      expect(found).toContain('missing-authentication');
      expect(found?.filter((label) => label.includes(' on '))).toEqual([]);
    }
  });

  it('a place is named at the root', () => {
    const root = 'x-stridewise:\n  mitigations:\n    a:\n      covers: $0\n';
    expect(labels(spec('', '', root) + MODEL)).toContain('missing-authentication on DELETE /orders/{orderId}');
  });

  it('an entry begins at its place, with what is to be filled in', () => {
    const own = '      x-stridewise:\n        mitigations:\n          $0\n';
    const item = itemsAt(load(spec(own) + MODEL))?.items.find(({ label }) => label === 'accept');
    expect(item?.edit.newText).toContain('\n            covers: missing-authentication\n');
    expect(item?.fields.map(([start, end]) => item.edit.newText.slice(start, end))).toContain('missing-authentication');
  });

  it('nothing is proposed beside them', () => {
    expect(labels(spec('      $0\n'))).toBeUndefined();
    expect(labels(spec('      x-other:\n        $0\n'))).toBeUndefined();
  });

  it.each([
    ['missing-authen', 'without logging in'],
    ['accept', 'somebody answers for that'],
    ['guess', 'Guessing ids'],
    ['repudiation', 'deny'],
  ])('a hover says what %s is', (word, said) => {
    const own = `      x-stridewise:
        mitigations:
          a: { strategy: accept, covers: [missing-authentication, guess], reason: r, owner: o, until: 2027-05-01 }
        notApplicable: { repudiation: Nobody }
`;
    const { workspace, analysis, files } = load(spec(own) + MODEL);
    const [{ uri, text }] = files as unknown as [{ uri: string; text: string }];
    const line = text.split('\n').findIndex((one) => one.includes(word) && !one.includes('x-'));
    const character = (text.split('\n')[line]?.indexOf(word) ?? 0) + 2;
    expect(hoverFor(workspace, analysis, uri, { line, character })?.markdown).toContain(said);
  });

  it('a definition leads to the threat of the model, and from the operation to its answers', () => {
    const own = '      x-stridewise: { mitigations: { a: { covers: guess, status: planned } } }\n';
    const { workspace, analysis } = load(spec(own) + MODEL);
    const uri = 'file:///workspace/openapi.yaml';
    const [threat] = definitionFor(workspace, analysis, uri, { line: 8, character: own.indexOf('guess') + 1 });
    expect(threat).toMatchObject({ uri: 'file:///workspace/shop.threats.yaml', range: { start: { line: 2 } } });
    const answers = definitionFor(workspace, analysis, uri, { line: 6, character: 6 });
    expect(answers.map(({ range }) => range.start.line)).toContain(8);
  });

  it.each([
    ['the model', 'file:///workspace/shop.threats.yaml', 2, 'guess', 'openapi.yaml'],
    ['the description', 'file:///workspace/openapi.yaml', 8, 'guess', 'shop.threats.yaml'],
  ])('a threat that is renamed in %s is so in both', (_, uri, line, id, other) => {
    const own = '      x-stridewise: { mitigations: { a: { covers: guess, status: planned } } }\n';
    const { workspace, analysis, files } = load(spec(own) + MODEL);
    const text = files.find((file) => file.uri === uri)?.text ?? '';
    const at = { line, character: (text.split('\n')[line] ?? '').indexOf(id) + 1 };
    const edits = renameFor(workspace, analysis, uri, at, 'guessing');
    expect(edits).not.toHaveProperty('refused');
    expect(JSON.stringify(edits)).toContain(other);
    expect(JSON.stringify(edits)).toContain(uri);
  });
});
