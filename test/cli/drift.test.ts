import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load as parse } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/src/cli/arguments';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const isOurs = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/drift.schema.json', 'utf8')));

/** Ten operations' worth of a shop, of which `change` makes another version. */
const SHOP = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ account: [] }]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 50 } }]
      responses: { "200": { description: Fine }, "429": { description: Slower } }
    post:
      operationId: placeOrder
      requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }
      responses: { "201": { description: Placed } }
  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
    delete:
      operationId: deleteOrder
      security: [{ account: [admin] }]
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "204": { description: Gone } }
  /shops:
    get: { operationId: listShops, responses: { "200": { description: Fine } } }
  /health:
    get: { operationId: health, security: [], responses: { "200": { description: Fine } } }
components:
  securitySchemes:
    account: { type: oauth2, flows: { authorizationCode: { authorizationUrl: https://id.shop.example/a, tokenUrl: https://id.shop.example/t, scopes: { admin: All } } } }
  schemas:
    Order: { type: object, properties: { total: { type: integer } } }
`;

/** Ten changes, each with what is to be said of it. */
const CHANGES: readonly (readonly [from: string, to: string, said: string])[] = [
  [
    '      operationId: placeOrder',
    '      operationId: placeOrder\n      security: []',
    'store POST /orders asks for no login any more (before: account)',
  ],
  ['[admin]', '[]', 'store DELETE /orders/{orderId} asks callers for less: account (before: account (admin))'],
  ['security: [], ', '', 'store GET /health asks for a login now: account'],
  [', "429": { description: Slower }', '', 'no longer shows rate limiting'],
  [
    '{ name: limit,',
    '{ name: sort, in: query, schema: { type: string } }, { name: limit,',
    'store GET /orders takes query.sort now',
  ],
  [
    'total: { type: integer }',
    'total: { type: integer }, email: { type: string }',
    'store GET /orders/{orderId} returns personal data now',
  ],
  ['note: { type: string }', 'note: { type: string }, cardNumber: { type: string }', 'takes in payment data now'],
  [
    '  /shops:\n    get: { operationId: listShops',
    '  /stores:\n    get: { operationId: listShops',
    'store GET /stores was store GET /shops',
  ],
  ['version: "1"', 'version: "2"', 'store is version 2 now (before: 1)'],
  [
    '  /health:',
    '  /debug: { get: { operationId: debug, responses: { "200": { description: Fine } } } }\n  /health:',
    'store GET /debug is new',
  ],
];

const changed = CHANGES.reduce((text, [from, to]) => text.replace(from, to), SHOP);
const MODEL = 'stridewise: 1\napis: { store: ./openapi.yaml }\n';

function repository(files: Readonly<Record<string, string>>): { folder: string; run: (...words: string[]) => void } {
  const folder = scratchFolder(files);
  const run = (...words: string[]) => {
    execFileSync('git', ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.org', ...words], { cwd: folder });
  };
  run('init', '--quiet', '--initial-branch=main');
  run('add', '.');
  run('commit', '--quiet', '--message', 'First');
  return { folder, run };
}

/** The same value with the keys of its mappings in the other order. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  );
}

describe('the words after drift', () => {
  const read = (...words: string[]) => {
    const command = parseArguments(['drift', ...words]);
    return command.name === 'drift' ? command.options : null;
  };

  it('are paths and options', () => {
    expect(read()).toEqual({ paths: ['.'], models: [], since: null, format: 'text', output: null });
    expect(read('a', '--since', 'main', '--format', 'markdown')).toMatchObject({
      paths: ['a'],
      since: 'main',
      format: 'markdown',
    });
  });

  it.each([
    [['--since=--output=/etc/passwd'], '--since takes a branch, tag or commit; not "--output=/etc/passwd".'],
    [['--since', ''], '--since takes a branch, tag or commit; not "".'],
    [['--format', 'sarif'], '--format takes text, markdown, json; not "sarif".'],
    [['-'], 'drift takes no standard input: it compares files.'],
  ])('%j are refused', (words, message) => {
    expect(() => read(...words)).toThrow(message);
  });
});

describe('stridewise drift', () => {
  it('names ten changes since a revision, and nothing else', async () => {
    const { folder } = repository({ 'openapi.yaml': SHOP, 'shop.threats.yaml': MODEL });
    writeFileSync(join(folder, 'openapi.yaml'), changed);
    const { code, stdout, stderr } = await stridewise(folder, ['drift', '--since', 'main', '--format', 'json']);
    expect(stderr).toBe('');
    const found = JSON.parse(stdout);
    expect(isOurs(found), JSON.stringify(isOurs.errors)).toBe(true);
    const texts: string[] = found.parts[0].changes.map(({ text }: { text: string }) => text);
    const details: string[] = found.parts[0].changes.flatMap((change: { details: unknown[] }) => change.details);
    for (const [, , said] of CHANGES) expect(texts.join('\n')).toContain(said);
    const single = found.parts[0].changes.filter(({ what }: { what: string }) => what !== 'changed').length;
    // A new field of a body is a new part and a new class.
    expect(details.length + single).toBe(CHANGES.length + 1);
    expect([code, found.moreRisk]).toEqual([1, true]);
  });

  it.each([
    [
      'reordered',
      (text: string) => text.replace(/( {2}\/orders:[\s\S]*?)( {2}\/orders\/[\s\S]*?)(?= {2}\/shops)/, '$2$1'),
    ],
    ['reformatted', (text: string) => text.replaceAll('{ ', '{').replaceAll(' }', '}').replaceAll('\n', '\r\n')],
  ])('sees nothing in a description that is %s', async (_, turn) => {
    const { folder } = repository({ 'openapi.yaml': SHOP, 'shop.threats.yaml': MODEL });
    expect(turn(SHOP)).not.toBe(SHOP);
    writeFileSync(join(folder, 'openapi.yaml'), turn(SHOP));
    const { code, stdout } = await stridewise(folder, ['drift', '--since', 'HEAD']);
    expect(stdout).toMatch(
      /^Since HEAD \([0-9a-f]{10}\)\n {2}nothing has changed\n\nOpen above the line\n {2}nothing has changed\n/,
    );
    expect(code).toBe(0);
  });

  it('follows a description into another file', async () => {
    const { folder } = repository({ 'openapi.yaml': SHOP });
    rmSync(join(folder, 'openapi.yaml'));
    writeFileSync(join(folder, 'shop.yaml'), SHOP);
    const { stdout } = await stridewise(folder, ['drift', '--since', 'main', '--format', 'json']);
    expect(JSON.parse(stdout).parts[0].changes).toEqual([]);
  });

  it('sees nothing in a description that became JSON in another file, its keys the other way round', async () => {
    const order = (id: string) =>
      `  /${id}/{id}: { get: { operationId: ${id}, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: Fine, content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } } } } } }\n`;
    const person = '    Person: { type: object, properties: { password: { type: string } } }\n';
    const text = SHOP.replace('paths:\n', `paths:\n${['one', 'two', 'three'].map(order).join('')}`).replace(
      '  schemas:\n',
      `  schemas:\n${person}`,
    );
    const { folder } = repository({ 'openapi.yaml': text });
    expect((await stridewise(folder, ['check'])).stdout).toContain('3 operations return password of Person');
    rmSync(join(folder, 'openapi.yaml'));
    writeFileSync(join(folder, 'shop.json'), JSON.stringify(backwards(parse(text))));
    const { stdout, code } = await stridewise(folder, ['drift', '--since', 'main', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ moreRisk: false, parts: [{ changes: [] }], risks: [] });
    expect(code).toBe(0);
  });

  it('says what risk came and went', async () => {
    const open = SHOP.replace('      operationId: placeOrder', '      operationId: placeOrder\n      security: []');
    const { folder, run } = repository({ 'openapi.yaml': open, 'shop.threats.yaml': MODEL });
    writeFileSync(join(folder, 'openapi.yaml'), SHOP);
    const fewer = await stridewise(folder, ['drift', '--since', 'main']);
    expect(fewer.stdout).toMatch(/^ {2}- high \d\.\d: POST \/orders changes something and needs no login$/m);
    run('commit', '--quiet', '--all', '--message', 'Closed');
    writeFileSync(join(folder, 'openapi.yaml'), open);
    const more = await stridewise(folder, ['drift', '--since', 'main']);
    expect(more.stdout).toMatch(/^ {2}\+ high \d\.\d: POST \/orders changes something and needs no login {2}openapi/m);
    expect(more.stdout).toMatch(/^1 change; \d+ above the line (?:is|are) new or higher, \d+ gone or lower\.$/m);
    expect(more.code).toBe(1);
  });

  it('names components whose ports or settings changed since a revision', async () => {
    const model = (ports: string) =>
      `${MODEL}components:\n  gateway: { kind: gateway, ports: ${ports}, settings: gateway.yaml }\n  cache: { kind: cache }\n`;
    const files = { 'openapi.yaml': SHOP, 'shop.threats.yaml': model('443'), 'gateway.yaml': 'a: 1\n' };
    const { folder } = repository(files);
    const changes = async (...words: string[]) => {
      const { stdout } = await stridewise(folder, ['drift', '--since', 'main', '--format', 'json', ...words]);
      const json = JSON.parse(stdout);
      expect(isOurs(json), JSON.stringify(isOurs.errors)).toBe(true);
      return json.parts[0].changes.map(({ text }: { text: string }) => text);
    };
    writeFileSync(join(folder, 'gateway.yaml'), 'a: 1\r\n');
    expect(await changes()).toEqual([]);
    writeFileSync(join(folder, 'shop.threats.yaml'), model('[443, 8080]'));
    writeFileSync(join(folder, 'gateway.yaml'), 'a: 2\n');
    const told = ['gateway listens at 8080 now; has other settings in gateway.yaml'];
    expect(await changes()).toEqual(told);
    expect(await changes('openapi.yaml')).toEqual(told);
  });

  it('writes Markdown in which text from files is plain', async () => {
    const { folder } = repository({ 'openapi.yaml': SHOP });
    writeFileSync(join(folder, 'openapi.yaml'), SHOP.replace('/shops:', '"/shops|<img onerror=x>](command:x)":'));
    const { stdout } = await stridewise(folder, ['drift', '--since', 'main', '--format', 'markdown']);
    expect(stdout).toContain('### What has changed since main');
    expect(stdout).not.toMatch(/<img|[^\\]\]\(|[^\\]\|<|[^\\]\|&lt;/);
  });

  it('compares with the last review where no revision is given', async () => {
    const lock = `{
"reviewed": "2026-11-01",
"store": {"version": "1", "exposure": "internet", "servers": ["https://api.shop.example"]},
"store GET /old": {"id": "old", "security": ["account"]},
"stridewiseLock": 1
}
`;
    const folder = scratchFolder({
      'openapi.yaml':
        'openapi: 3.0.3\ninfo: { title: Shop, version: "1" }\nservers: [{ url: https://api.shop.example }]\npaths: { /new: { get: { responses: {} } } }\n',
      'shop.threats.yaml': MODEL,
      'shop.threats.lock.json': lock,
    });
    const { code, stdout } = await stridewise(folder, ['drift']);
    expect(stdout).toBe(`shop.threats.yaml, since its review of 2026-11-01
  + store GET /new is new  openapi.yaml:4:18
  - store GET /old is gone

2 changes since the last review.
`);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'shop.threats.lock.json'), 'utf8')).toBe(lock);
  });

  it('says what risk came and went since a review whose lock tells of it', async () => {
    const open = SHOP.replace('      operationId: placeOrder', '      operationId: placeOrder\n      security: []');
    const folder = scratchFolder({
      'openapi.yaml': open,
      'shop.threats.yaml': MODEL,
      'shop.threats.lock.json': `{
"reviewed": "2026-11-01",
"store": {"version": "1", "exposure": "internet", "servers": ["https://api.shop.example"]},
"store GET /old": {"id": "old", "open": ["missing-authentication: high 7.2"]},
"store POST /orders": {"id": "placeOrder", "takes": ["body.note"], "open": []},
"stridewiseLock": 1
}
`,
    });
    const { code, stdout } = await stridewise(folder, ['drift']);
    expect(stdout).toMatch(/^Open above the line$/m);
    expect(stdout).toMatch(/^ {2}- high 7\.2: missing-authentication of store GET \/old$/m);
    expect(stdout).toMatch(/^ {2}\+ high \d\.\d: POST \/orders changes something and needs no login {2}openapi/m);
    expect(stdout).toMatch(
      /^\d+ changes since the last review; \d+ above the line are new or higher, 1 gone or lower\.$/m,
    );
    expect(code).toBe(1);
    const json = JSON.parse((await stridewise(folder, ['drift', '--format', 'json'])).stdout);
    expect(isOurs(json), JSON.stringify(isOurs.errors)).toBe(true);
    expect(json.risks.find(({ what }: { what: string }) => what === 'gone')).toMatchObject({
      api: 'store',
      rule: 'missing-authentication',
      before: { level: 'high', residual: 7.2 },
    });
    const { stdout: markdown } = await stridewise(folder, ['drift', '--format', 'markdown']);
    expect(markdown).toContain('| gone | high 7\\.2 | missing');
  });

  it.each([
    [['drift'], 'No threat model here has a lock'],
    [['drift', '--since', 'nowhere'], 'the repository has no commit "nowhere"'],
    [['drift', '--since', 'main:openapi.yaml'], 'the repository has no commit "main:openapi.yaml"'],
  ])('%j says why it cannot', async (words, message) => {
    const { folder } = repository({ 'openapi.yaml': SHOP, 'shop.threats.yaml': MODEL });
    const { code, stderr } = await stridewise(folder, words);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('says where there is no repository', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SHOP });
    const { code, stderr } = await stridewise(folder, ['drift', '--since', 'main']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--since takes a git repository')]);
  });
});
