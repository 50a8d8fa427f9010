import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/src/cli/arguments';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const example = resolve('examples/shop');
const isOurs = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/simulation.schema.json', 'utf8')));

const hostile = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  security: [],
  paths: {
    '/pets\u009b31m\u202e/{id}': {
      delete: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 204: { description: 'Gone' } },
      },
    },
  },
});

/** Whether a text reaches a query is nothing that a description shows. */
const SEARCH = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
paths:
  /products:
    get:
      parameters: [{ name: search, in: query, schema: { type: string } }]
      responses: { "200": { description: Found } }
`;

describe('the words after simulate', () => {
  const read = (...words: string[]) => {
    const command = parseArguments(['simulate', ...words]);
    return command.name === 'simulate' ? command.options : null;
  };

  it('are paths and options', () => {
    expect(read()).toMatchObject({ paths: ['.'], runs: 10_000, seed: 1, format: 'text', output: null, models: [] });
    expect(read('a', 'b', '--runs', '5', '--seed', '0', '--format', 'json', '--model', 'm')).toMatchObject({
      paths: ['a', 'b'],
      runs: 5,
      seed: 0,
      format: 'json',
      models: ['m'],
    });
  });

  it.each([
    [['--runs', '0'], '--runs takes a whole number from 1 to 1000000; not "0".'],
    [['--runs', '1e9'], '--runs takes a whole number from 1 to 1000000; not "1e9".'],
    [['--seed', '0.5'], '--seed takes a whole number from 0 to 9007199254740991; not "0.5".'],
    [['--format', 'sarif'], '--format takes text, json; not "sarif".'],
  ])('%j are refused', (words, message) => {
    expect(() => read(...words)).toThrow(message);
  });
});

describe('stridewise simulate', () => {
  it('tells people what is harmed, how, and what to do first', async () => {
    const { code, stdout, stderr } = await stridewise(example, ['simulate']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^10,000 simulated attacks on store, store-v1 \(seed 1\)$/m);
    expect(stdout).toMatch(/^payment data +\d+\.\d % ± \d\.\d +9 +\d\.\d\d/m);
    expect(stdout).toMatch(/^These three first\n(?: {2}\d\. .+: \d+\.\d\d -> \d+\.\d\d\n){3}/m);
    expect(stdout).toMatch(/GET \/orders\/\{orderId\} \(with a login\): A customer reads .* openapi\.yaml:\d+:\d+/);
    expect(stdout).toMatch(
      /planned +The caller must own the order +order-owner, 1 finding +shop\.threats\.yaml:\d+:\d+/,
    );
    expect(stdout).toMatch(/^Guessed\n {2}store: whoever comes before it gets an account/m);
  });

  it('says which steps a description only does not rule out', async () => {
    const folder = scratchFolder({ 'a.yaml': SEARCH });
    const { stdout } = await stridewise(folder, ['simulate']);
    expect(stdout).toMatch(/ \d+\.\d % \(silent\) {2}a\.yaml:\d+:\d+$/m);
    expect(stdout).toMatch(/^ {2}1\. .* \(input-validation, possible, 1 finding, silent\): /m);
    expect(stdout).toMatch(/ {2}input-validation, 1 finding, silent$/m);
    expect(stdout).toMatch(/^silent: the description only does not rule it out; it counts a quarter\.$/m);
  });

  it('gives JSON that is what its schema says, the same for the same seed', async () => {
    const words = ['simulate', '--format', 'json', '--seed', '7'];
    const { code, stdout } = await stridewise(example, words);
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect(isOurs(found), JSON.stringify(isOurs.errors)).toBe(true);
    expect((await stridewise(example, words)).stdout).toBe(stdout);
    expect(found.first).toHaveLength(3);
  });

  it('takes one description alone, and says where nothing is to be simulated', async () => {
    const folder = scratchFolder({ 'a.yaml': 'openapi: 3.0.3\ninfo: { title: A, version: "1" }\npaths: {}\n' });
    const { code, stderr } = await stridewise(folder, ['simulate']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Nothing to simulate')]);
    const { stdout } = await stridewise(example, ['simulate', 'v1.yaml', '--format', 'json', '--runs', '100']);
    expect(JSON.parse(stdout)).toMatchObject({ apis: ['store-v1'], runs: 100 });
  });

  it('prints nothing that a terminal obeys', async () => {
    const folder = scratchFolder({ 'pets.json': hostile });
    const { code, stdout } = await stridewise(folder, ['simulate']);
    expect(code).toBe(0);
    expect(stdout).toContain('\\u{9b}31m\\u{202e}');
    for (const obeyed of ['\u009b', '\u202e', '\u001b']) expect(stdout).not.toContain(obeyed);
  });
});
