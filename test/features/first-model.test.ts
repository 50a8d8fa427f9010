import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dataOf } from '../../server/src/core/coverage/data-settings';
import { type Analysis, type Finding, firstModels } from '../../server/src/core/index';
import { fixesAt, type Loaded, load } from '../support/check';

/** The only model that is written for some files. */
function written({ analysis }: Loaded): { uri: string; text: string } {
  const { models } = firstModels(analysis);
  const [model] = models;
  if (model === undefined || models.length > 1) throw new Error(`${models.length} models`);
  return model;
}

/** The files with the model that is written for them. */
function withModel(source: string): { before: Loaded; after: Loaded; text: string } {
  const before = load(source);
  const { uri, text } = written(before);
  return { before, after: load(`${source}\n//- ${uri.replace('file:///workspace/', '')}\n${text}`), text };
}

/** An information asks for what only people know, such as a goal. */
function problemsOf({ models, problems }: Analysis): readonly string[] {
  const all = [...models.flatMap((model) => model.problems), ...problems];
  return all.filter(({ severity }) => severity !== 'information').map(({ message }) => message);
}

/** What was found, but for the questions that only a model asks. */
function findingsOf({ apis }: Analysis): readonly string[] {
  return apis
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule !== 'unanswered')
    .map(told)
    .sort();
}

function told({ fingerprint, state, severity, risk, message }: Finding): string {
  return [fingerprint, state, severity, risk.level, risk.residual, message].join(' ');
}

const SHOP = `//- openapi.yaml
openapi: 3.0.3
info: { title: The Shop API, version: "1" }
servers: [{ url: https://api.shop.example }]
components:
  securitySchemes:
    customer: { type: openIdConnect, openIdConnectUrl: https://login.other.example/.well-known/openid-configuration }
    partner: { type: apiKey, in: header, name: X-Key }
  schemas:
    Customer: { type: object, properties: { id: { type: string }, email: { type: string }, name: { type: string } } }
    Product: { type: object, properties: { name: { type: string } } }
security: [{ customer: [] }]
paths:
  /products:
    get:
      security: []
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Product" } } } } }
  /me:
    get:
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } } }
  /stock:
    put: { security: [{ partner: [] }], responses: { "204": { description: ok } } }
  /admin/users:
    delete: { responses: { "204": { description: ok } } }
  /watches:
    post:
      responses: { "201": { description: ok } }
      callbacks:
        stockLow:
          '{$request.body#/url}':
            post:
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Product" } } } }
              responses: { "204": { description: ok } }
`;

test('each guess stands under one line that says from what it was made', () => {
  const { text, after } = withModel(SHOP);
  expect(problemsOf(after.analysis)).toEqual([]);
  expect(text).toBe(`# A first model, read from the descriptions. Check each guess, then take its comment away.
stridewise: 1
title: The Shop API

apis:
  # guessed: its server https://api.shop.example is on the internet, and it runs in a zone of your own
  shop: { spec: ./openapi.yaml, exposure: internet, zone: backend }

data:
  # guessed: from the names of 2 fields
  personal-data: { class: personal, fields: [Customer.name, email] }

zones:
  # guessed: where the callers of an address on the internet may be
  internet: untrusted
  # guessed: where what is described runs
  backend: trusted

actors:
  # guessed: GET /products asks for no login
  visitor: internet
  # guessed: 2 operations ask for the scheme customer
  user: internet
  # guessed: 1 operation asks for the scheme partner
  client: internet
  # guessed: DELETE /admin/users looks like an administrator's
  administrator: internet

components:
  # guessed: the scheme customer logs in at https://login.other.example/.well-known/openid-configuration
  identity-provider: { kind: identity, zone: internet }
  # guessed: callback stockLow calls an address that callers give
  callback-receiver: { kind: external, zone: internet }

flows:
  # guessed: from 1 operation, and the scheme of the address
  visitor -> shop: { over: https }
  # guessed: from what 2 operations take and return, and the scheme of the address
  user -> shop: { carries: personal-data, over: https }
  # guessed: from 1 operation, and the scheme of the address
  client -> shop: { over: https }
  # guessed: from 1 operation, and the scheme of the address
  administrator -> shop: { over: https }
  # guessed: from the scheme of the address
  user -> identity-provider: { over: https }
  # guessed: from the scheme of the address
  administrator -> identity-provider: { over: https }
  # guessed: from 1 callback
  shop -> callback-receiver: {}

# Next: what must stay true (goals), what no rule can see (threats), and what is done about it (mitigations).
`);
});

test('it changes nothing of what is found', () => {
  const { before, after } = withModel(SHOP);
  expect(findingsOf(before.analysis).length).toBeGreaterThan(2);
  expect(findingsOf(after.analysis)).toEqual(findingsOf(before.analysis));
  expect(after.analysis.apis[0]?.exposure).toBe(before.analysis.apis[0]?.exposure);
});

test('the quick fix at a description without a model writes the same, and ranks what is shown', () => {
  const loaded = load(SHOP.replace('openapi: 3', '$0openapi: 3'));
  const fix = fixesAt(loaded).find(({ title }) => title === 'Create a threat model for this API');
  const [, ranked = ''] = fix?.edits[0]?.create?.split(written(loaded).text) ?? [];
  expect(ranked).toMatch(/^\n# What the specification shows, ranked:\n# {3}\w+: /);
  const { analysis } = load(`${SHOP}//- openapi.threats.yaml\n${fix?.edits[0]?.create}`);
  expect(problemsOf(analysis)).toEqual([]);
});

const spec = (title: string, more: string) =>
  `openapi: 3.0.3\ninfo: { title: ${JSON.stringify(title)}, version: "1" }\n${more}\n`;
const returning = (...properties: string[]) =>
  `paths: { /x: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { ${properties.map((one) => `${JSON.stringify(one)}: { type: string }`).join(', ')} } } } } } } } } }`;

describe('What the descriptions do not show is not written:', () => {
  it.each([
    ['no server', 'paths: {}'],
    ['a relative server', 'servers: [{ url: /v1 }]\npaths: {}'],
    ['a server of this machine', 'servers: [{ url: "http://localhost:8080" }]\npaths: {}'],
  ])('exposure by %s', (_name, more) => {
    const { text, after } = withModel(`//- openapi.yaml\n${spec('Shop', more)}`);
    expect(text).toContain(
      '  # guessed: its zone; no server tells who reaches it\n  shop: { spec: ./openapi.yaml, zone: backend }',
    );
    expect(text).not.toMatch(/owner|reviewed|TODO|over:/);
    expect(problemsOf(after.analysis)).toEqual([]);
  });

  it('a private address is not on the internet, nor are its callers', () => {
    const { text } = withModel(
      `//- openapi.yaml\n${spec('Shop', `servers: [{ url: "http://10.0.0.7" }]\n${returning('a')}`)}`,
    );
    expect(text).toContain('shop: { spec: ./openapi.yaml, exposure: internal, zone: backend }');
    expect(text).toContain('intranet: semi-trusted');
    expect(text).toContain('visitor: intranet');
    expect(text).not.toContain('internet:');
  });

  it('an address where the API itself hands out tokens is no component', () => {
    const flows = '{ clientCredentials: { tokenUrl: "https://a.example/token", scopes: {} } }';
    const { text } = withModel(
      `//- a.yaml\n${spec('A', `servers: [{ url: "https://a.example" }]\ncomponents: { securitySchemes: { s: { type: oauth2, flows: ${flows} } } }\nsecurity: [{ s: [] }]\n${returning('a')}`)}`,
    );
    expect(text).not.toContain('components:');
    expect(text).toContain('client: internet');
  });
});

describe('Data', () => {
  it('that the language knows less closely is told and not listed, so that it stays what it is', () => {
    const { text, before, after } = withModel(
      `//- openapi.yaml\n${spec('Clinic', returning('diagnosis', 'passportNumber', 'latitude'))}`,
    );
    expect(text).toContain(
      'such as diagnosis; left unlisted, since more is known of them than this class says\n  health-data: { class: special }',
    );
    expect(text).toContain('identity-numbers: { class: personal }');
    expect(findingsOf(after.analysis)).toEqual(findingsOf(before.analysis));
    expect(problemsOf(after.analysis)).toEqual([]);
  });

  it('of many fields names the eight that most operations use, and says how many are left', () => {
    const names = [
      'email',
      'phone',
      'firstName',
      'lastName',
      'birthday',
      'gender',
      'nationality',
      'street',
      'postcode',
      'fax',
    ];
    const { text } = withModel(`//- openapi.yaml\n${spec('People', returning(...names))}`);
    expect(text).toContain('# guessed: from the names of 10 fields; 2 more are not listed, and count all the same');
    expect(/personal-data: .*fields: \[(.*)\]/.exec(text)?.[1]?.split(', ')).toHaveLength(8);
  });

  it('says where examples and extensions told it', () => {
    const { text } = withModel(
      `//- openapi.yaml\n${spec('People', 'paths: { /x: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string, x-pii: true }, b: { type: string, example: "jane@mail.test" }, phone: { type: string } } } } } } } } } }')}`,
    );
    expect(text).toContain('# guessed: from the name of 1 field, extensions of 1 field and the example of 1 field');
  });
});

describe('Several descriptions', () => {
  const shop = spec('Shop', 'servers: [{ url: "https://shop.example" }]\npaths: {}');

  it('of one folder share a model that is named after the folder', () => {
    const files = load(
      `//- api/a.yaml\n${shop}//- api/b.yaml\n${spec('Shop, inner', 'paths: {}')}//- api/c.yaml\n${spec('Shop', 'paths: {}')}`,
    );
    const { uri, text } = written(files);
    expect(uri).toBe('file:///workspace/api/api.threats.yaml');
    expect(text).toContain('title: Shop\n');
    expect(text.match(/^ {2}\S+: \{ spec/gm)).toEqual(['  a: { spec', '  shop-inner: { spec', '  c: { spec']);
  });

  it('of several folders get one each, beside them', () => {
    const { analysis } = load(
      `//- one/openapi.yaml\n${shop}//- two/openapi.json\n{"openapi": "3.1.0", "info": {"title": "T"}, "paths": {}}`,
    );
    expect(firstModels(analysis).models.map(({ uri, specs }) => [uri, specs])).toEqual([
      ['file:///workspace/one/openapi.threats.yaml', ['file:///workspace/one/openapi.yaml']],
      ['file:///workspace/two/openapi.threats.yaml', ['file:///workspace/two/openapi.json']],
    ]);
  });

  it('may share one that stands elsewhere', () => {
    const { analysis } = load(`//- one/openapi.yaml\n${shop}//- two/my%20api.yaml\n${shop}`);
    const { models } = firstModels(analysis, { uri: 'file:///workspace/risks/all.threats.yaml' });
    expect(models).toHaveLength(1);
    expect(models[0]?.text).toContain('{ spec: ../one/openapi.yaml,');
    expect(models[0]?.text).toContain('{ spec: ../two/my api.yaml,');
  });

  it('that have a model are told with it and left alone', () => {
    const { analysis } = load(
      `//- a.yaml\n${shop}//- b.yaml\n${shop}//- a.threats.yaml\nstridewise: 1\napis: { a: { spec: ./a.yaml } }`,
    );
    const { models, modelled } = firstModels(analysis);
    expect(models.map(({ uri }) => uri)).toEqual(['file:///workspace/b.threats.yaml']);
    expect(modelled).toEqual([{ spec: 'file:///workspace/a.yaml', model: 'file:///workspace/a.threats.yaml' }]);
  });

  it('get one each where their folder has a model of others', () => {
    const { analysis } = load(
      `//- api/a.yaml\n${shop}//- api/b.yaml\n${shop}//- api/c.yaml\n${shop}//- api/api.threats.yaml\nstridewise: 1\napis: { a: { spec: ./a.yaml } }`,
    );
    expect(firstModels(analysis).models.map(({ uri }) => uri)).toEqual([
      'file:///workspace/api/b.threats.yaml',
      'file:///workspace/api/c.threats.yaml',
    ]);
  });

  it('are more than a screen only as far as their own lines go', () => {
    const many = Array.from({ length: 20 }, (_, at) => `//- s${at}.yaml\n${spec(`S${at}`, returning('email'))}`).join(
      '',
    );
    const { text, after } = withModel(many);
    expect(text).toContain('  # left out: 8 more flows of the same kinds');
    expect(text.split('\n').length).toBeLessThan(20 * 2 + 50);
    expect(problemsOf(after.analysis)).toEqual([]);
  });
});

describe('Whatever stands in a description', () => {
  const odd = [
    '',
    'x: y # z',
    '"',
    '\u2028\u0007\n- a',
    'every',
    'ANY',
    'Öffentliche Dienste',
    '商店',
    '{a}',
    '*a',
    '2024',
    'null',
  ];

  it.each(odd)('%j as title, path, tag, scheme and field gives a model that reads', (word) => {
    const text = JSON.stringify(word);
    const path = JSON.stringify(`/${word}`);
    const { after, before } = withModel(
      `//- openapi.yaml\n{"openapi": "3.1.0", "info": {"title": ${text}, "version": "1"}, "security": [{${text}: []}],
      "components": {"securitySchemes": {${text}: {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "https://log in/${word.length}"}}}}},
      "paths": {${path}: {"get": {"tags": [${text}], "parameters": [{"name": ${text}, "in": "query", "schema": {"type": "string", "format": "email"}}]}}},
      "webhooks": {${text}: {"post": {}}}}`,
    );
    expect(problemsOf(after.analysis)).toEqual([]);
    expect(findingsOf(after.analysis)).toEqual(findingsOf(before.analysis));
  });
});

describe('Of random fields in random schemas', () => {
  const field = fc.constantFrom(
    'name',
    'email',
    'token',
    'address',
    'diagnosis',
    'latitude',
    'id',
    'User.name',
    'x y',
    'balance',
  );
  const type = fc.constantFrom('string', 'integer', 'boolean', 'object');
  const schemas = fc.dictionary(
    fc.constantFrom('User', 'Product', 'Order', 'a.b'),
    fc.dictionary(field, type, { maxKeys: 5 }),
    { maxKeys: 4 },
  );
  const parameters = fc.array(fc.record({ name: field, type }), { maxLength: 3 });

  test('none changes its class by being named in the model, nor is any finding lost', () => {
    fc.assert(
      fc.property(schemas, schemas, parameters, (named, inline, asked) => {
        const object = (properties: object) => ({
          type: 'object',
          properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, { type: one }])),
        });
        const answer = (schema: object) => ({
          responses: { 200: { description: '', content: { 'application/json': { schema } } } },
        });
        const query = asked.map((one, at) => ({
          in: at === 0 ? 'header' : 'query',
          name: one.name,
          schema: { type: one.type },
        }));
        const paths = {
          '/asked': { get: { ...answer(object({})), parameters: query } },
          ...Object.fromEntries(
            Object.keys(named).map((name) => [`/n/${name}`, { get: answer({ $ref: `#/components/schemas/${name}` }) }]),
          ),
          ...Object.fromEntries(
            Object.entries(inline).map(([name, one]) => [`/i/${name}`, { post: answer(object(one)) }]),
          ),
        };
        const components = {
          schemas: Object.fromEntries(Object.entries(named).map(([name, one]) => [name, object(one)])),
        };
        const { before, after } = withModel(
          `//- openapi.yaml\n${JSON.stringify({ openapi: '3.0.3', info: { title: 'T', version: '1' }, paths, components })}`,
        );
        expect(problemsOf(after.analysis)).toEqual([]);
        expect(findingsOf(after.analysis)).toEqual(findingsOf(before.analysis));
        const [seen] = after.analysis.models;
        const settings = dataOf(seen === undefined ? [] : [seen]);
        for (const operation of after.analysis.apis.flatMap((api) => api.description.operations)) {
          expect(settings?.see(operation) ?? operation).toBe(operation);
        }
      }),
      { numRuns: 150 },
    );
  });
});
