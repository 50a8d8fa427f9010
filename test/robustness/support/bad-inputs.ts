import type { Texts } from './pipeline';

/** Two operations that keep their findings whatever stands beside them. */
export const SOUND = `openapi: 3.1.0
info: { title: Sound, version: '1' }
servers:
  - url: https://api.example.com
security: []
paths:
  /notes:
    post:
      operationId: addNote
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { role: { type: string } } }
      responses: { '204': { description: Done } }
`;

/** The sound description with more path items behind it. */
export const beside = (more: string): string => SOUND + more;

const operation = (inside: string) => `  /other/{id}:\n    get:\n${inside}`;
const model = (more: string) => `stridewise: 1\ntitle: Sound\napis:\n  sound: { spec: ./openapi.yaml }\n${more}`;

export interface BadInput {
  readonly files: Texts;
  /** `file: part of a line as \`shown\` gives it`; absent where silence is right too. */
  readonly says?: string;
  /** The findings of `POST /notes` are not wanted: the file as a whole is broken or is another one. */
  readonly whole?: true;
}

const spec = (more: string, says?: string): BadInput => ({
  files: { 'openapi.yaml': beside(more) },
  ...(says === undefined ? {} : { says: `openapi.yaml: ${says}` }),
});
const withModel = (more: string, says?: string): BadInput => ({
  files: { 'openapi.yaml': SOUND, 'sound.threats.yaml': model(more) },
  ...(says === undefined ? {} : { says: `sound.threats.yaml: ${says}` }),
});
/** What touches the broken line is lost, and that is said. */
const broken = (more: string, says: string): BadInput => ({
  files: { 'openapi.yaml': beside(more) },
  says: `openapi.yaml: ${says}`,
  whole: true,
});
const alone = (text: string, name = 'openapi.yaml'): BadInput => ({ files: { [name]: text }, whole: true });

const DEEP = 10_000;
const bomb = Array.from({ length: 30 }, (_, at) => `      b${at}: &b${at} [${`*b${at - 1}, `.repeat(9)}]\n`)
  .join('')
  .replaceAll('*b-1', 'x');
const deepSchema = (open: string, close: string) => `${open.repeat(DEEP)}{"type":"string"}${close.repeat(DEEP)}`;
const jsonWith = (schema: string) =>
  `{"openapi":"3.0.0","info":{"title":"J","version":"1"},"paths":{"/j":{"post":{"requestBody":{"content":{"application/json":{"schema":${schema}}}},"responses":{"200":{"description":"x"}}}}}}`;
const indented = Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at + 2)}a:\n`).join('');

const BUILT_IN = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const builtInSpec = BUILT_IN.map(
  (word) => `  /${word}/{${word}}:
    get:
      operationId: ${word}
      tags: [${word}]
      security: [{ ${word}: [${word}] }]
      parameters:
        - { name: ${word}, in: path, required: true, schema: { type: string } }
        - { name: ${word}, in: query, schema: { $ref: '#/components/schemas/${word}' } }
        - { $ref: '#/components/parameters/${word}' }
      responses: { ${word}: { description: x }, '200': { description: x, headers: { ${word}: {} }, content: { ${word}: { schema: { properties: { ${word}: { type: string } }, discriminator: { mapping: { ${word}: ${word} } } } } } } }
`,
).join('');
const builtInNames = (value: string) => BUILT_IN.map((word) => `    ${word}: ${value}\n`).join('');

/** What people, tools and attackers write, by what it is. */
export const BAD_INPUTS: Readonly<Record<string, BadInput>> = {
  'a key half typed': spec('  /other:\n    ge'),
  'a path item half typed': spec('  /oth'),
  'a quote that does not end': spec("  /other:\n    get:\n      summary: 'open\n      responses: {}\n", 'error syntax'),
  'a flow map that does not end': spec('  /other:\n    get: { operationId: x, responses: {\n', 'error syntax'),
  'TABs as indentation': spec('  /other:\n\tget:\n\t\tresponses: {}\n', 'error syntax'),
  'an operation twice': spec(`${operation('      responses: {}\n')}    get:\n      responses: {}\n`),
  'a path twice': spec('  /notes:\n    get: { responses: {} }\n', 'duplicate'),
  'several documents': spec('---\nopenapi: 3.0.0\npaths: {}\n---\n[]\n'),
  'conflict markers': broken(
    '<<<<<<< HEAD\n  /a:\n    get: { responses: {} }\n=======\n  /b:\n    get: { responses: {} }\n>>>>>>> other\n',
    'error syntax',
  ),
  'an alias bomb': spec(`components:\n  schemas:\n    Bomb:\n${bomb.replaceAll('      b', '      b')}`),
  'an alias bomb that a schema uses': spec(
    `${operation('      responses: { "200": { description: x, content: { application/json: { schema: { properties: { a: *b29 } } } } } }\n')}x-bomb:\n  all:\n${bomb}`,
  ),
  'an alias of itself': spec('components:\n  schemas:\n    A: &a { properties: { a: *a } }\n'),
  'an alias of nothing': spec(operation('      responses: { "200": *nothing }\n')),
  'a merge of itself': spec('components:\n  schemas:\n    A: &a\n      <<: *a\n      type: object\n'),
  'deep flow lists': spec(`x-deep: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n`),
  'deep flow lists that do not end': spec(`x-deep: ${'['.repeat(DEEP)}\n`),
  'deep flow schemas': spec(
    operation(
      `      requestBody: { content: { application/json: { schema: ${deepSchema('{"items":', '}')} } } }\n      responses: {}\n`,
    ),
  ),
  'deep block maps': spec(`x-deep:\n${indented}`),
  'deep block lists': spec(`x-deep:\n  ${'- '.repeat(DEEP)}x\n`),
  'deep JSON lists': alone(`{"openapi":"3.0.0","paths":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`, 'openapi.json'),
  'deep JSON schemas': alone(jsonWith(deepSchema('{"properties":{"a":', '}}')), 'openapi.json'),
  'deep allOf': alone(jsonWith(deepSchema('{"allOf":[', ']}')), 'openapi.json'),
  'deep JSON that does not end': {
    ...alone(jsonWith('{"items":'.repeat(DEEP)), 'openapi.json'),
    says: 'openapi.json: error syntax',
  },
  'a chain of 10 000 references': spec(
    `${operation('      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/S0" } } } }\n      responses: {}\n')}components:\n  schemas:\n${Array.from({ length: DEEP }, (_, at) => `    S${at}: { $ref: '#/components/schemas/S${at + 1}' }\n`).join('')}`,
  ),
  'a chain of 10 000 properties': spec(
    `${operation('      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/S0" } } } }\n      responses: {}\n')}components:\n  schemas:\n${Array.from({ length: DEEP }, (_, at) => `    S${at}: { properties: { next: { $ref: '#/components/schemas/S${at + 1}' } } }\n`).join('')}`,
  ),
  'a reference to itself': spec("  /other: { $ref: '#/paths/~1other' }\n"),
  'references in a circle': spec("  /a: { $ref: '#/paths/~1b' }\n  /b: { $ref: '#/paths/~1a' }\n"),
  'a schema of itself': spec(
    "components:\n  schemas:\n    A: { allOf: [{ $ref: '#/components/schemas/A' }], items: { $ref: '#/components/schemas/A' } }\n",
  ),
  'files in a circle': {
    files: {
      'openapi.yaml': beside("  /a: { $ref: 'a.yaml' }\n"),
      'a.yaml': "$ref: 'b.yaml'\n",
      'b.yaml': "$ref: 'a.yaml'\n",
    },
  },
  'a reference to nothing': spec("  /other: { $ref: '#/components/pathItems/None' }\n", 'None'),
  'a reference to a missing file': spec("  /other: { $ref: 'missing.yaml#/a' }\n", 'missing.yaml'),
  'a reference to the network': spec("  /other: { $ref: 'http://127.0.0.1:9/a.yaml' }\n"),
  'a reference out of the folder': spec("  /other: { $ref: '../../../../../../../../etc/passwd' }\n"),
  'a reference to a device': spec("  /other: { $ref: 'file:///dev/zero' }\n"),
  'a reference that is no text': spec(
    '  /other: { $ref: [1] }\n  /third: { $ref: { a: b } }\n  /fourth: { $ref: null }\n',
  ),
  'a reference with a broken escape': spec("  /other: { $ref: '%zz%#/%E0%A4%A' }\n"),
  'a pointer to built-in properties': spec("  /other: { $ref: '#/__proto__/constructor' }\n"),
  'a byte order mark': { files: { 'openapi.yaml': `\ufeff${SOUND}` } },
  CRLF: { files: { 'openapi.yaml': beside(operation('      responses: {}\n')).replaceAll('\n', '\r\n') } },
  'lone carriage returns': { files: { 'openapi.yaml': SOUND.replaceAll('\n', '\r') }, whole: true },
  'characters of two units': spec(
    "  '/😀/{id}': { get: { summary: 😀😀, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: {} } }\n",
  ),
  'half a character': spec('  "/\ud83d": { get: { summary: "\udc00", responses: {} } }\n'),
  'control characters': spec('  /other: { get: { summary: "a\u0007\u001b[31m", responses: {} } }\n'),
  'a NUL in the text': { ...broken('  /other: { get: { summary: "a\u0000", responses: {} } }\n', 'error syntax') },
  binary: alone(Array.from({ length: 4096 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join('')),
  'binary behind the root key': alone(
    `openapi: 3.0.0\n${Array.from({ length: 4096 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join('')}`,
  ),
  'an empty file': alone(''),
  'white space': alone(' \n\n \t\n'),
  'a comment': alone('# openapi: 3.0.0'),
  'a root key alone': alone('openapi: 3.0.0'),
  'a root key and nothing right of it': alone('openapi:'),
  'two root keys': alone('openapi: 3.0.0\nstridewise: 1\ntitle: Both\npaths: {}\n'),
  'an unknown version': alone('openapi: 4.0.0\npaths: {}\n'),
  'a list as root': alone('- openapi: 3.0.0\n'),
  'a line of a megabyte': spec(`x-long: ${'a'.repeat(1_000_000)}\n`),
  'JSON on one line of a megabyte': alone(
    jsonWith(`{"type":"object","description":"${'b'.repeat(1_000_000)}"}`),
    'openapi.json',
  ),
  'JSON that is cut off': {
    ...alone(jsonWith('{"type":"object"}').slice(0, -20), 'openapi.json'),
    says: 'openapi.json: error syntax',
  },
  'names of built-in properties': {
    files: {
      'openapi.yaml': beside(
        `${builtInSpec}components:\n  schemas:\n${builtInNames('{ type: object, properties: { __proto__: { type: string } } }')}  parameters:\n${builtInNames('{ name: a, in: query, schema: { type: string } }')}  securitySchemes:\n${builtInNames('{ type: http, scheme: basic }')}`,
      ),
      'sound.threats.yaml': `stridewise: 1\ntitle: Sound\napis:\n${BUILT_IN.map((word) => `  ${word}: { spec: ./openapi.yaml }\n`).join('')}threats:\n${BUILT_IN.map((word) => `  ${word}: { title: x, affects: ${word} operation ${word}, stride: tampering, ${word}: x }\n`).join('')}mitigations:\n${BUILT_IN.map((word) => `  ${word}: { title: x, covers: ${word}, control: ${word}, strategy: ${word}, status: ${word} }\n`).join('')}notApplicable:\n  ${BUILT_IN.map((word) => `${word} on ${word} ANY /**: no`).join('\n  ')}\n`,
    },
  },
  'a model half typed': withModel('mitigations:\n  a:\n    cov'),
  'a model with TABs': withModel('mitigations:\n\ta:\n\t\ttitle: x\n', 'error'),
  'an entry of a model twice': withModel('mitigations:\n  a: { title: x }\n  a: { title: y }\n', 'a'),
  'braces in a flow list of a model': withModel(
    'mitigations:\n  a:\n    title: x\n    covers: [sound GET /notes/{id}, tampering]\n    status: implemented\n',
    'brace-in-flow',
  ),
  'an alias of nothing in a model': withModel(
    'mitigations:\n  a:\n    title: x\n    covers: *nothing\n    status: implemented\n',
    'unknown-alias',
  ),
  'an alias of itself in a model': withModel(
    'mitigations: &all\n  a: &a\n    title: x\n    covers: &c [*c, *a, *all]\n    status: *a\nthreats: &t { t: &u { title: *u, affects: [*u], dread: *u, stride: *u } }\n',
  ),
  'an alias bomb in a model': withModel(`x-bomb:\n  all:\n${bomb}`),
  'a deep model': withModel(`mitigations: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n`),
  'conflict markers in a model': withModel('<<<<<<< HEAD\nowner: a\n=======\nowner: b\n>>>>>>> other\n', 'error'),
  'a model of nothing': withModel('apis: 1\nthreats: x\nmitigations: null\nnotApplicable: []\nrisk: 3\n'),
  'a statement of a megabyte': withModel(
    `mitigations:\n  a:\n    title: x\n    covers: sound ${'/a'.repeat(500_000)}\n`,
  ),
  'many stars in a statement': withModel(
    `mitigations:\n  a:\n    title: x\n    covers: sound ANY ${'/**/*a'.repeat(40)}\n`,
  ),
  'many stars in the name of a description': {
    files: {
      'openapi.yaml': SOUND,
      'sound.threats.yaml': `stridewise: 1\ntitle: x\napis:\n  a: { spec: './${'*a'.repeat(40)}' }\n  b: { spec: '${'**/'.repeat(40)}x.yaml' }\n`,
    },
  },
  'a model of the network': {
    files: {
      'openapi.yaml': SOUND,
      'sound.threats.yaml':
        'stridewise: 1\ntitle: x\napis:\n  a: { spec: http://127.0.0.1:9/a.yaml }\n  b: { spec: ../../../../../etc/passwd }\n',
    },
  },
};
