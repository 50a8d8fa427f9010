import { describe, expect, it } from 'vitest';
import { describe as describeApi } from '../../server/src/core/openapi';
import { changeDocument, openDocument, type SourceDocument } from '../../server/src/core/text';

const TEXT = `openapi: 3.1.0
info: { title: a, version: '1' }
x-common: &common
  deprecated: true
paths:
  /a:
    get:
      <<: *common
      responses:
        '200': { content: { a/b: { schema: { $ref: '#/components/schemas/Pet' } } } }
  /b:
    parameters: [{ $ref: '#/components/parameters/limit' }]
    post:
      requestBody: { content: { a/b: { schema: { $ref: '#/components/schemas/Owner' } } } }
components:
  parameters:
    limit: { in: query, name: limit, schema: { type: integer } }
  schemas:
    Pet:
      properties:
        owner: { $ref: '#/components/schemas/Owner' }
    Owner:
      properties:
        email: { type: string }
`;
const BITS = [
  '{',
  '}',
  '[',
  ': ',
  '- ',
  '\n',
  '"',
  "'",
  '*a',
  '&a ',
  '\t',
  '#',
  '\u0000',
  '\ud800',
  '|',
  'openapi: 3.0.0\n',
  '? ',
];

function plain(document: SourceDocument): string {
  const { uri } = document;
  const api = describeApi(new Map([[uri, document]]), uri);
  return JSON.stringify(api, (key, value) => {
    if (key === 'block') return value.text;
    return value instanceof Map ? [...value] : value;
  });
}

describe('random edits', () => {
  it('never throw and leave what a fresh reading of the same blocks says', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 60; round++) {
      let document = openDocument('file:///a.yaml', TEXT);
      plain(document);
      for (let edit = 0; edit < 5; edit++) {
        const start = { line: random(26), character: random(30) };
        const end = { line: start.line, character: start.character + random(6) };
        document = changeDocument(document, [{ range: { start, end }, text: BITS[random(BITS.length)] ?? '' }]);
        const texts = document.blocks.map((block) => block.text);
        const fresh = openDocument('file:///a.yaml', texts.join(''));
        const now = plain(document);
        if (fresh.blocks.map((block) => block.text).join('\u0001') === texts.join('\u0001')) {
          expect(now).toBe(plain(fresh));
        }
      }
    }
  });
});
