import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/src/cli/arguments';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const schema = () => JSON.parse(readFileSync('schemas/explanation.schema.json', 'utf8'));
const example = resolve('examples/shop');

const hostile = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  security: [],
  paths: {
    '/pets\u009b31m/{id}': {
      delete: {
        operationId: 'dropPet',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 204: { description: 'Gone' } },
      },
    },
  },
});

it('reads the rule, an operation that looks like one, and the paths', () => {
  const read = (...words: string[]) => {
    const command = parseArguments(['explain', ...words]);
    return command.name === 'explain' ? [command.options.operation, command.options.paths] : null;
  };
  expect(read('x')).toEqual([null, ['.']]);
  expect(read('x', 'api')).toEqual([null, ['api']]);
  expect(read('x', 'GET /pets', 'a', 'b')).toEqual(['GET /pets', ['a', 'b']]);
  expect(read('x', 'webhook sold')).toEqual(['webhook sold', ['.']]);
  expect(read('x', 'store GET /pets')).toEqual(['store GET /pets', ['.']]);
  expect(read('x', 'store-v1 operation sell', 'a')).toEqual(['store-v1 operation sell', ['a']]);
  expect(read('x', 'my folder/api.yaml')).toEqual([null, ['my folder/api.yaml']]);
});

describe('stridewise explain', () => {
  it('tells one operation whole', async () => {
    const words = ['explain', 'broken-object-level-authorization', 'get /orders/{id}', 'openapi.yaml'];
    const { code, stdout, stderr } = await stridewise(example, words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('fires: GET /orders/{orderId} takes a reference to an order');
    expect(stdout).toMatch(/yes {2}It takes a reference to an order \(path\.orderId\)\. {2}openapi\.yaml:\d+:\d+/);
    expect(stdout).toMatch(/not known {2}The caller must own the object\..*shop\.threats\.yaml:\d+:\d+/);
    expect(stdout).toMatch(/damage +8 {2}The threat model says so\./);
    expect(stdout).toMatch(/CWE-639 {2}Authorization Bypass.*\n.*ASVS 5\.0\n +8\.2\.2 {2}General Authorization Design/);
  });

  it('speaks to people who never heard of STRIDE: what can happen, how sure, what is unknown, when it is wrong', async () => {
    const words = ['explain', 'missing-audit', 'operation refundOrder', 'openapi.yaml'];
    const { stdout } = await stridewise(example, words);
    for (const part of ['Why\n', 'What can happen\n', 'What would clear it\n', 'When this is wrong\n', 'Known as\n']) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/^The description (?:shows it\.|does not say, so somebody has to:)/m);
    expect(stdout).toMatch(/^ {4}repudiation {2}someone can deny what they did$/m);
  });

  it('gives the reason against a rule that does not fire, and no advice', async () => {
    const { stdout } = await stridewise(example, ['explain', 'missing-authentication', 'get /orders/{id}']);
    expect(stdout).toMatch(/^does not fire: A security requirement stands on the root\.$/m);
    expect(stdout).toMatch(/^ {2}but {2}A security requirement stands on the root\. {2}openapi\.yaml:\d+:\d+$/m);
    expect(stdout).toMatch(/^What is known of what meets it\n {2}yes {8}Callers log in\./m);
    expect(stdout).not.toMatch(/^ {2}(?:reduce|accept) /m);
  });

  it('counts, for all operations, where it fires and why not', async () => {
    const { code, stdout } = await stridewise(example, ['explain', 'missing-authentication']);
    expect(code).toBe(0);
    expect(stdout).toContain('Fires on 0 of 15 operations');
    expect(stdout).toMatch(/10 {2}A security requirement stands on the root\./);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await stridewise(example, ['explain', 'debug-operation', '--format', 'json']);
    const { version, rule, fired, silent, operations } = JSON.parse(stdout);
    expect([version, rule.id, fired, operations.length]).toEqual([1, 'debug-operation', 1, 15]);
    expect(silent.reduce((sum: number, one: { operations: number }) => sum + one.operations, 0)).toBe(14);
    const found = operations.find((one: { fired: boolean }) => one.fired);
    expect(found).toMatchObject({ api: 'store', method: 'GET', at: { file: 'openapi.yaml' }, state: 'planned' });
    expect(found.controls.length).toBeGreaterThan(0);
    expect(found.methods.map((one: { factors: object[] }) => one.factors.length)).toEqual([5, 12, 3]);
  });

  it('tells where every number of a written threat comes from, by all methods', async () => {
    const { code, stdout } = await stridewise(example, ['explain', 'forged-settlement']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^forged-settlement {2}Somebody pretends to be .* shop\.threats\.yaml:\d+:\d+$/m);
    expect(stdout).toMatch(/^webhook paymentSettled {2}openapi\.yaml:\d+:\d+ {2}store$/m);
    expect(stdout).toMatch(/DREAD {2}9\.2 critical \(ranks\) {2}the mean of 9, 9, 9, 9, 10 is 9\.2/);
    expect(stdout).toMatch(/damage +9 {2}The threat model says so\./);
    expect(stdout).toMatch(/opportunity +4 {2}We make this call/);
    expect(stdout).toMatch(/awareness +9 {2}Public lists name its kind, and people say that it is there\.$/m);
    expect(stdout).toMatch(/^ {2}PASTA-style /m);
    expect(stdout).toMatch(/^What answers it\n {2}nothing yet$/m);
  });

  it('tells of a written threat the riskiest operation, the others in a line each, and what answers it', async () => {
    const model = `stridewise: 1
apis: { pets: { spec: ./pets.yaml, zone: z } }
zones: { z: trusted }
components: { lone: { kind: datastore, zone: z } }
threats:
  dump: { title: A dump, affects: pets, stride: disclosure, dread: 5/5/5/5/5 }
  alone: { title: Nobody calls it, affects: lone, stride: disclosure }
mitigations: { keys: { title: Keys, covers: dump, status: planned } }
`;
    const pets =
      'openapi: 3.0.3\ninfo: { title: Pets, version: "1" }\npaths: { /a: { get: {} }, /b: { delete: {} } }\n';
    const folder = scratchFolder({ 'pets.yaml': pets, 'm.threats.yaml': model });
    const { stdout } = await stridewise(folder, ['explain', 'dump']);
    expect(stdout).toMatch(/^GET \/a {2}/m);
    expect(stdout).toMatch(/^ {2}planned +keys: Keys {2}m\.threats\.yaml:8:16$/m);
    expect(stdout).toMatch(/^The same at\n {2}\d\.\d medium +DELETE \/b {2}pets\nName an operation/m);
    const one = await stridewise(folder, ['explain', 'dump', 'pets delete /b']);
    expect(one.stdout).toMatch(/^DELETE \/b {2}pets\.yaml/m);
    expect(one.stdout).not.toContain('The same at');
    const none = await stridewise(folder, ['explain', 'alone']);
    expect([none.code, none.stdout]).toEqual([
      0,
      expect.stringContaining('No operation stands behind what it affects'),
    ]);
  });

  it.each([
    ['debug-operation'],
    ['missing-authentication'],
    ['broken-object-level-authorization'],
    ['enumerate-orders'],
  ])('gives JSON of %s that is what the schema says', async (rule) => {
    const { stdout } = await stridewise(example, ['explain', rule, '--format', 'json']);
    const isOurs = new Ajv({ strict: false }).compile(schema());
    expect(isOurs(JSON.parse(stdout)), JSON.stringify(isOurs.errors)).toBe(true);
  });

  it('obeys nothing that stands in a file', async () => {
    const folder = scratchFolder({ 'openapi.json': hostile });
    for (const words of [[], ['operation dropPet']]) {
      const { stdout } = await stridewise(folder, ['explain', 'missing-authentication', ...words]);
      expect(stdout).toContain('DELETE /pets\\u{9b}31m/{id}');
      expect(stdout).not.toContain('\u009b');
    }
  });

  it('refuses descriptions without an operation, whether or not one is asked for', async () => {
    const folder = scratchFolder({ 'a.yaml': 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: {}\n' });
    for (const words of [[], ['GET /x']]) {
      const { code, stdout, stderr } = await stridewise(folder, ['explain', 'missing-audit', ...words]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('Nothing to explain: no API description has an operation.');
    }
  });

  it.each([
    [['mising-audit'], /no rule "mising-audit", and no .* id\. Did you mean: missing-audit/],
    [['missing-audit', 'GET /order'], /No operation is called "GET \/order".*Did you mean: POST \/orders/],
    [['missing-audit', 'operation listProduct'], /Did you mean: operation listProducts/],
    [
      ['enumerate-orders', 'GET /products'],
      /"enumerate-orders" is not on "GET \/products"\. .* of the one operation where it is/,
    ],
    [['missing-audit', 'nowhere.yaml'], /nowhere\.yaml/],
    [
      ['missing-audit', 'listProducts'],
      /listProducts does not exist\. An operation is written .* "operation getOrder"/,
    ],
    [['unanswered'], /unanswered is no rule: it stands for categories/],
    [['written-threat'], /written-threat is no rule: it stands for a threat that people wrote/],
    [['api1:2023'], /Did you mean: broken-object-level-authorization/],
    [['CWE-306'], /Did you mean: missing-authentication/],
    [['CWE-3069'], /There is no rule "CWE-3069", and no written threat of that id\. docs/],
    [[], /takes the id of a rule/],
    [['missing-audit', '--format', 'sarif'], /--format takes text, json/],
  ])('refuses %j with the way out', async (words, message) => {
    const { code, stdout, stderr } = await stridewise(example, ['explain', ...words]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

it('tells operations of several APIs apart by the id of theirs', async () => {
  const spec = JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get: { operationId: 'list', responses: { 200: { description: 'All' } } } } },
  });
  const folder = scratchFolder({
    'new.json': spec,
    'old.json': spec,
    'pets.threats.yaml': 'stridewise: 1\napis: { pets: ./new.json, pets-v1: ./old.json }\n',
  });
  const heads = async (operation: string) => {
    const { stdout } = await stridewise(folder, ['explain', 'missing-authentication', operation]);
    return stdout.match(/^GET \/pets .*$/gm)?.map((line) => line.split(/\s+/).at(-1));
  };
  expect(await heads('GET /pets')).toEqual(['pets', 'pets-v1']);
  expect(await heads('pets-v1 GET /pets')).toEqual(['pets-v1']);
  expect(await heads('pets operation list')).toEqual(['pets']);
});
