import { describe, expect, it } from 'vitest';
import {
  changeDocument,
  describe as describeApi,
  openDocument,
  type SourceDocument,
  textOf,
} from '../../server/src/core/index';
import { runPipeline } from './support/pipeline';

/** References of every kind, schemas with an address of their own, variables of servers, two root keys. */
const YAML = `openapi: 3.2.0
$self: 'https://a.example/api'
stridewise: 1
servers:
  - { url: 'https://{env}.example.com/{base}', variables: { env: { default: api }, base: {} } }
security:
  - key: []
    'schemes.yaml#/login': []
paths:
  /pets:
    get:
      security: [{ '#/components/securitySchemes/key': [] }]
      responses:
        '200': { content: { a/b: { schema: { $ref: 'https://a.example/pet' } } } }
  /owners:
    post:
      requestBody: { content: { a/b: { schema: { $ref: '#/components/schemas/Pet/properties/owner' } } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Pet:
      $id: pet
      discriminator: { propertyName: kind, mapping: { a: Person, b: 'dog.yaml', c: '#/$defs/tag' } }
      properties:
        owner: { $ref: person }
        tag: { $ref: '#/$defs/tag' }
      $defs:
        tag: { $id: tag, properties: { word: { $anchor: word, type: string } } }
    Person:
      $id: https://a.example/person
      properties: { email: { type: string }, pet: { $ref: 'pet#word' } }
`;
const JSON_TEXT = `// a description
{ "openapi": "3.1.0", /* the "version" */
  "paths": { // all of them
    "/pets": {"get": {"responses": {"200": {"content": {"a/b": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}}},
    /* "/old": {}, */
    "/owners": {"post": {"security": [{"key": []}], "responses": {}}}
  },
  "components": {"schemas": {
    "Pet": {"$id": "https://a.example/pet", "properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"type": "object"}}} // last
  }}
} // end
`;
const DOG = "allOf: [{ $ref: 'https://a.example/pet' }]\ndiscriminator:\n  mapping: { x: Pet, y: Nobody }\n";
const SCHEMES = 'login: { type: oauth2, flows: {} }\n';

const BITS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    '- ',
    ',',
    '\n',
    '"',
    "'",
    '|',
    '>',
    '#',
    '@',
    '%',
    '&a ',
    '*a',
    '!t ',
    '? ',
    '\\',
  ],
  ...['\t', '\n\t', '\n  ', ' ', '    ', '//', '/*', '*/', '/', '{env}', '\u0000', '\ud800', '\r', '\r\n', '\ufeff'],
  ...[
    '$id: x',
    '$id: a\n',
    '"$id": "",',
    '$ref',
    '$ref: #',
    'mapping',
    'security',
    'openapi: 3.0.0\n',
    'swagger: "2.0"\n',
  ],
  ...['https://a.example/pet', '#/', '#', '..', '%zz', 'Person', 'file:///', '<<: ', '---\n', '<<<<<<< a\n'],
];

/** Numbers below what is asked for, the same ones every time. */
function randomFrom(start: number): (below: number) => number {
  let seed = start;
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Something typed, deleted, moved or doubled. */
function mutated(text: string, random: (below: number) => number): string {
  const at = random(text.length);
  const bit = BITS[random(BITS.length)] ?? '';
  const length = random(3) === 0 ? random(40) : random(3);
  const kind = random(4);
  if (kind < 2) return text.slice(0, at) + bit + text.slice(at + length);
  const lines = text.split('\n');
  const line = random(lines.length);
  const moved = lines[line] ?? '';
  if (kind === 2) return lines.toSpliced(line, random(2), `${' '.repeat(random(9))}${moved.trimStart()}`).join('\n');
  return lines.toSpliced(line, 1).toSpliced(random(lines.length), 0, moved).join('\n');
}

function plain(document: SourceDocument, others: readonly SourceDocument[]): string {
  const { uri } = document;
  const documents = new Map([document, ...others].map((one) => [one.uri, one]));
  return JSON.stringify(describeApi({ get: (asked) => documents.get(asked), documents }, uri), (key, value) => {
    if (key === 'block') return value.text;
    return value instanceof Map ? [...value] : value;
  });
}

const ROUNDS = Number(process.env.STRIDEWISE_ROUNDS ?? 150);

describe.each([
  ['openapi.yaml', YAML],
  ['openapi.json', JSON_TEXT],
  ['openapi.jsonc', JSON_TEXT],
])('%s', (name, text) => {
  it('is analysed whatever is typed', { timeout: 300_000 }, () => {
    const random = randomFrom(name.length);
    for (let round = 0; round < ROUNDS; round++) {
      let broken = text;
      for (let count = random(3); count >= 0; count--) broken = mutated(broken, random);
      const other = random(5) === 0 ? mutated(DOG, random) : DOG;
      try {
        runPipeline({ [name]: broken, 'dog.yaml': other, 'schemes.yaml': SCHEMES });
      } catch (error) {
        throw new Error(`${(error as Error).stack}\n${JSON.stringify([broken, other])}`);
      }
    }
  });

  it('is after edits what a fresh reading says', { timeout: 300_000 }, () => {
    const random = randomFrom(name.length + 1);
    const others = [openDocument('file:///dog.yaml', DOG), openDocument('file:///schemes.yaml', SCHEMES)];
    const uri = `file:///${name}`;
    for (let round = 0; round < ROUNDS / 3; round++) {
      let document = openDocument(uri, text, 'spec', true);
      plain(document, others);
      const steps: string[] = [];
      for (let edit = 0; edit < 5; edit++) {
        const before = textOf(document);
        const lines = before.split(/\r\n|\r|\n/);
        const line = random(lines.length);
        const character = random((lines[line]?.length ?? 0) + 1);
        const range = { start: { line, character }, end: { line, character: character + random(5) } };
        const added = BITS[random(BITS.length)] ?? '';
        steps.push(JSON.stringify([range, added]));
        document = changeDocument(document, [{ range, text: added }]);
        const now = plain(document, others);
        const fresh = openDocument(uri, textOf(document));
        if (sign(fresh) === sign(document) && now !== plain(fresh, others))
          expect([steps, now]).toEqual([steps, plain(fresh, others)]);
      }
    }
  });
});

/** Where a text is cut, and what could be read. */
function sign({ blocks }: SourceDocument): string {
  return blocks.map(({ text, tree, kind, depth }) => `${text} ${tree === null} ${kind} ${depth}`).join('\u0001');
}
