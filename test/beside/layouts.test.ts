import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyse, changeDocument, openDocument, problemsOf, Workspace } from '../../server/src/core';
import { TODAY } from '../support/check';
import { analysisOf, type Files } from '../support/told';

const ACCEPTED = { strategy: 'accept', covers: 'all', reason: 'Known', owner: 'cto', until: '2027-05-01' };
const answers = (id: string) => ({ 'x-stridewise': { mitigations: { [id]: ACCEPTED } } });

type Tree = Record<string, unknown>;

const open31 = { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, servers: [{ url: 'https://shop.example' }] };
const operation = (own: Tree = {}) => ({ post: { responses: { '201': { description: 'made' } }, ...own } });

/** Where answers may stand, with the operations that they are to reach. */
const PLACES: Readonly<Record<string, readonly [files: Record<string, Tree>, reached: readonly string[]]>> = {
  'an operation of 2.0': [
    {
      'openapi.x': {
        swagger: '2.0',
        info: { title: 'Shop', version: '1' },
        host: 'shop.example',
        paths: { '/a': operation(answers('m')), '/b': operation() },
      },
    },
    ['POST /a'],
  ],
  'the root of 2.0': [
    {
      'openapi.x': {
        swagger: '2.0',
        info: { title: 'Shop', version: '1' },
        host: 'shop.example',
        ...answers('m'),
        paths: { '/a': operation(), '/b': operation() },
      },
    },
    ['POST /a', 'POST /b'],
  ],
  'a path of 3.0': [
    {
      'openapi.x': {
        ...open31,
        openapi: '3.0.3',
        paths: { '/a': { ...answers('m'), ...operation() }, '/b': operation() },
      },
    },
    ['POST /a'],
  ],
  'a webhook': [{ 'openapi.x': { ...open31, paths: {}, webhooks: { told: operation(answers('m')) } } }, ['POST told']],
  'a path item among webhooks': [
    {
      'openapi.x': { ...open31, paths: { '/a': operation() }, webhooks: { told: { ...operation(), ...answers('m') } } },
    },
    ['POST told'],
  ],
  'an operation of 3.2 with a method of its own': [
    {
      'openapi.x': {
        ...open31,
        openapi: '3.2.0',
        paths: {
          '/a': { additionalOperations: { COPY: { responses: {}, ...answers('m') } }, query: { responses: {} } },
        },
      },
    },
    ['COPY /a'],
  ],
  'a callback': [
    {
      'openapi.x': {
        ...open31,
        paths: { '/a': operation({ callbacks: { paid: { '{$request.body#/url}': operation(answers('m')) } } }) },
      },
    },
    ['POST {$request.body#/url}'],
  ],
  'a path item of components, referred to twice': [
    {
      'openapi.x': {
        ...open31,
        paths: {
          '/a': { $ref: '#/components/pathItems/shared' },
          '/b': { $ref: '#/components/pathItems/shared' },
          '/c': operation(),
        },
        components: { pathItems: { shared: { ...answers('m'), ...operation() } } },
      },
    },
    ['POST /a', 'POST /b'],
  ],
  'beside a reference': [
    {
      'openapi.x': {
        ...open31,
        paths: {
          '/a': { $ref: '#/components/pathItems/shared', ...answers('m') },
          '/b': { $ref: '#/components/pathItems/shared' },
        },
        components: { pathItems: { shared: operation() } },
      },
    },
    ['POST /a'],
  ],
  'a file of its own': [
    {
      'openapi.x': { ...open31, paths: { '/a': { $ref: './orders.x' }, '/b': operation() } },
      'orders.x': operation(answers('m')),
    },
    ['POST /a'],
  ],
};

const WAYS: Readonly<Record<string, (tree: Tree) => string>> = {
  yaml: (tree) => dump(tree, { noRefs: true }),
  json: (tree) => JSON.stringify(tree, null, 2),
  'minified json': (tree) => JSON.stringify(tree),
};

const filesOf = (files: Record<string, Tree>, way: string): Files => {
  const ending = way === 'yaml' ? 'yaml' : 'json';
  return Object.fromEntries(
    Object.entries(files).map(([name, tree]) => {
      const text = WAYS[way]?.(tree) ?? '';
      return [
        name.replace('.x', `.${ending}`),
        text.replaceAll('.x"', `.${ending}"`).replaceAll('./orders.x', `./orders.${ending}`),
      ];
    }),
  );
};

function reachedBy(analysis: Analysis, id: string): string[] {
  const [api] = analysis.apis;
  const found = (api?.findings ?? []).flatMap(({ members }) =>
    members.filter(({ answers }) => answers.some((one) => one.id === id)).map(({ operation }) => operation),
  );
  return [...new Set(found.map(({ method, path }) => `${method} ${path}`))].sort();
}

const cases = Object.entries(PLACES).flatMap(([name, [files, reached]]) =>
  Object.keys(WAYS).map((way) => [name, way, files, reached] as const),
);

describe('Answers at', () => {
  it.each(cases)('%s, in %s', (_, way, files, reached) => {
    const texts = filesOf(files, way);
    expect(reachedBy(analysisOf(texts), 'm')).toEqual([...reached].sort());
    const spec = way === 'yaml' ? 'openapi.yaml' : 'openapi.json';
    const model = `stridewise: 1\napis: { shop: ./${spec} }\n`;
    const modelled = analysisOf({ ...texts, 'a.threats.yaml': model });
    expect(reachedBy(modelled, 'm')).toEqual([...reached].sort());
    expect(problemsOf(modelled).filter(({ code }) => code !== 'accepts-too-much')).toEqual([]);
  });

  it('are no words of a description: what a schema, a reference or a secret would be says nothing there', () => {
    const strange = {
      notes: 'x',
      schema: { $ref: '#/components/schemas/Gone' },
      example: { key: 'sk_live_4eC39HqLyjWDarjtT1zdp7dc' },
    };
    const told = (own: Tree) => {
      const tree = { ...open31, paths: { '/a': operation(own) } };
      const analysis = analysisOf({ 'openapi.yaml': dump(tree) });
      return [
        analysis.apis[0]?.findings.map(({ fingerprint, message }) => `${fingerprint} ${message}`),
        analysis.apis[0]?.description.problems,
        analysis.apis[0]?.description.operations[0]?.extensions,
      ];
    };
    expect(told({ 'x-stridewise': { 'x-mine': strange } })).toEqual(told({}));
  });
});

it('An alias repeats answers at another operation', () => {
  const accepted = '{ strategy: accept, covers: all, reason: r, owner: o, until: 2027-05-01 }';
  const text = `${dump({ ...open31 })}paths:
  /a:
    post: { responses: {}, x-stridewise: &same { mitigations: { m: ${accepted} } } }
    put: { responses: {}, x-stridewise: *same }
    delete: { responses: {} }
`;
  const analysis = analysisOf({ 'openapi.yaml': text });
  expect(reachedBy(analysis, 'm')).toEqual(['POST /a', 'PUT /a']);
  expect(problemsOf(analysis).filter(({ code }) => code !== 'accepts-too-much')).toEqual([]);
});

it('Whatever stands there is read or told, and nothing throws', () => {
  const words = fc.constantFrom(
    'mitigations',
    'notApplicable',
    'a',
    'covers',
    'removes',
    'evidence',
    'strategy',
    'x',
    'all',
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom(null, 1, '', 'all', 'avoid', 'accept', 'spoofing on GET /a', '*a', 'TODO', '->', 'on'),
      fc.dictionary(words, tie('value'), { maxKeys: 4 }),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, value, value, fc.constantFrom('yaml', 'json'), (one, two, three, way) => {
      const tree = {
        ...open31,
        'x-stridewise': one,
        paths: { '/a': { 'x-stridewise': two, ...operation({ 'x-stridewise': three }) } },
      };
      const files = { [`openapi.${way}`]: WAYS[way]?.(tree) ?? '' };
      for (const analysis of [
        analysisOf(files),
        analysisOf({ ...files, 'a.threats.yaml': `stridewise: 1\napis: { shop: ./openapi.${way} }\n` }),
      ]) {
        for (const { at, message } of problemsOf(analysis)) {
          expect(at.end).toBeGreaterThanOrEqual(at.start);
          expect(message).not.toBe('');
        }
      }
    }),
    { numRuns: 150 },
  );
});

const spec = (edits: readonly string[]) => `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
${edits[0]}
paths:
  /a/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
${edits[1]}
    get:
${edits[2]}
      responses: { "200": { description: ok } }
    put:
${edits[3]}
      responses: { "200": { description: ok } }
  /b: { $ref: "#/components/pathItems/${edits[4]}" }
components:
  pathItems:
    one:
${edits[5]}
      post: { responses: { "200": { description: ok } } }
    two:
      post: { responses: { "200": { description: ok } } }
`;

const entry = (column: number, id: string, body: string) =>
  `x-stridewise:\n  mitigations:\n    ${id}: ${body}\n  notApplicable: { repudiation: Only numbers }`
    .split('\n')
    .map((line) => ' '.repeat(column) + line)
    .join('\n');
const BODIES = [
  '{ covers: spoofing, status: implemented }',
  '{ covers: missing-authentication, status: planned }',
  '{ control: rate-limiting, status: implemented }',
  '{ covers: guess, status: implemented }',
  '{ covers: all on GET /gone, status: implemented }',
  '{ covers: "all on GET /a/{id}", except: denial, status: implemented }',
];
const sites = (column: number, id: string) =>
  fc.constantFrom(
    '',
    ...BODIES.map((body) => entry(column, id, body)),
    `${' '.repeat(column)}x-stridewise: { mitigatoins: {} }`,
  );
const specs = fc
  .tuple(
    sites(0, 'root'),
    sites(4, 'path'),
    fc.oneof(sites(6, 'get'), fc.constantFrom('      security: []', '      deprecated: true')),
    sites(6, 'put'),
    fc.constantFrom('one', 'two'),
    sites(6, 'shared'),
  )
  .map(spec);
const models = fc.constantFrom(
  null,
  'stridewise: 1\napis: { shop: ./openapi.yaml }\n',
  'stridewise: 1\napis: { shop: ./openapi.yaml }\nthreats: { guess: { title: Guess, stride: spoofing, affects: shop } }\n',
  'stridewise: 1\napis: { shop: ./openapi.yaml }\nmitigations: { get: { covers: denial on shop, status: planned } }\n',
);

function told(workspace: Workspace): unknown {
  const analysis = analyse(workspace, { today: TODAY });
  return [
    analysis.apis.map(({ findings, coverage }) => [
      findings.map(({ fingerprint, state, risk, lacking, answers }) => ({
        fingerprint,
        state,
        risk,
        lacking,
        answers: answers.map(({ id, at }) => `${id} ${at.start}`),
      })),
      [...coverage].map(([{ method, path }, states]) => [method, path, states]),
    ]),
    problemsOf(analysis)
      .map(({ code, message, at }) => `${code} ${at.uri} ${at.start} ${message}`)
      .sort(),
  ];
}

const URI = 'file:///work/openapi.yaml';
const MODEL_URI = 'file:///work/a.threats.yaml';

/** A file of the workspace with another text; null takes it away. */
function edited(workspace: Workspace, uri: string, text: string | null, kind: 'spec' | 'model'): Workspace {
  if (text === null) return workspace.without(uri);
  const before = workspace.get(uri);
  return workspace.with(before === undefined ? openDocument(uri, text, kind) : changeDocument(before, [{ text }]));
}

it('Edits of answers in descriptions give what a fresh reading gives', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(specs, models), { minLength: 2, maxLength: 6 }), (steps) => {
      let workspace = Workspace.empty;
      for (const [text, model] of steps) {
        workspace = edited(edited(workspace, URI, text, 'spec'), MODEL_URI, model, 'model');
        const fresh = edited(edited(Workspace.empty, URI, text, 'spec'), MODEL_URI, model, 'model');
        expect(told(workspace)).toEqual(told(fresh));
      }
    }),
    { numRuns: 25 },
  );
});
