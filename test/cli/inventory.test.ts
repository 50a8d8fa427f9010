import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const example = resolve('examples/shop');
const isOurs = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/inventory.schema.json', 'utf8')));

const SPEC = `openapi: 3.0.3
info: { title: "=HYPERLINK(1)", version: "1" }
servers: [{ url: https://api.shop.example }]
paths: { /orders: { get: { responses: { "200": { description: Fine } } } } }
`;
const LOG = [
  '203.0.113.9 - - [10/Oct/2026:13:55:36 +0000] "GET /orders?card=4111111111111111 HTTP/1.1" 200 1 "-" "curl"',
  '203.0.113.9 - - [10/Oct/2026:13:55:36 +0000] "GET /refunds/17?card=4111111111111111 HTTP/1.1" 200 1 "-" "curl"',
  'not a line of a log \u001b[31m',
].join('\n');

describe('stridewise inventory', () => {
  it('lists the APIs of the example', async () => {
    const { code, stdout, stderr } = await stridewise(example, ['inventory']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^store {2}.* {2}openapi\.yaml\n {2}version .* · internet/m);
    expect(stdout).toMatch(/^2 APIs, 15 operations; \d APIs? to look at\.$/m);
  });

  it('gives JSON that is what its schema says, and CSV in which nothing is a formula', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC, 'access.log': LOG });
    const json = await stridewise(folder, ['inventory', '--format', 'json', '--traffic', 'access.log']);
    const found = JSON.parse(json.stdout);
    expect(isOurs(found), JSON.stringify(isOurs.errors)).toBe(true);
    const csv = await stridewise(folder, ['inventory', '--format', 'csv']);
    expect(csv.stdout.split('\r\n')).toEqual([
      'api,title,version,file,lifecycle,exposure,owner,servers,data,operations,deprecated,reviewed,days since,high or critical,to look at',
      expect.stringMatching(
        /^openapi,'=HYPERLINK\(1\),1,openapi\.yaml,,internet,,https:\/\/api\.shop\.example,,1,0,,,\d,no threat model names it$/,
      ),
      '',
    ]);
  });

  it.each([
    ['a log', 'access.log', LOG],
    ['a packed log', 'access.log.gz', gzipSync(LOG)],
    [
      'JSON lines',
      'access.jsonl',
      '{"method":"GET","url":"/orders?card=4111111111111111","status":200}\n{"method":"GET","url":"/refunds/17?card=4111111111111111","status":200}\n{"a":1}\n',
    ],
    [
      'HAR',
      'access.har',
      JSON.stringify(
        {
          log: {
            entries: ['/orders', '/refunds/17']
              .map((path) => ({
                request: { method: 'GET', url: `https://api.shop.example${path}?card=4111111111111111` },
                response: { status: 200 },
              }))
              .concat({} as never),
          },
        },
        null,
        2,
      ),
    ],
  ])('reads %s, from a file and from standard input, and shows no query', async (_, name, content) => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC });
    writeFileSync(`${folder}/${name}`, content);
    for (const [file, input] of [
      [name, ''],
      ['-', content],
    ] as const) {
      const { code, stdout, stderr } = await stridewise(folder, ['inventory', '--traffic', file], input);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^ {2}2 requests, 50\.0 % of them for operations that are described$/m);
      expect(stdout).toMatch(/^ {2}0 answered with 404, 0 with 405, 1 line that could not be read$/m);
      expect(stdout).toMatch(
        /^ {2}Answered, and in no description \(1\)\n +1 {2}GET (?:api\.shop\.example)?\/refunds\/\{id\}$/m,
      );
      for (const hidden of ['4111', '\u001b']) expect(stdout).not.toContain(hidden);
    }
  });

  it.each([
    [['--traffic', 'gone.log'], '--traffic gone.log does not exist.'],
    [['--traffic', 'openapi.yaml'], '--traffic openapi.yaml: no request in it.'],
    [['--traffic', 'broken.gz'], '--traffic broken.gz is no whole gzip file.'],
    [['--traffic', '.'], '--traffic . is a folder.'],
    [['-'], 'inventory takes no description from standard input'],
  ])('%j says why it cannot', async (words, message) => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC });
    writeFileSync(`${folder}/broken.gz`, gzipSync(LOG).subarray(0, 40));
    const { code, stderr } = await stridewise(folder, ['inventory', ...words]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
