import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, handshake, pipeline, redirected, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

interface SarifResult {
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: object } }[];
}

const example = resolve('examples/shop');

const orders = `openapi: 3.0.3
info: { title: Orders, version: '1' }
servers: [{ url: https://api.shop.example }]
paths:
  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: integer } }
      responses:
        '200': { description: The order }
    delete:
      operationId: deleteOrder
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: integer } }
      responses:
        '204': { description: Gone }
`;
const model = (spec: string) => `stridewise: 1
title: Orders
apis:
  orders: { spec: ${spec}, exposure: internet }
`;

async function findings(cwd: string, ...words: string[]) {
  const { stdout, stderr } = await stridewise(cwd, ['check', ...words, '--format', 'json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const fingerprints = (result: { findings: { fingerprint: string; rule: string }[] }) =>
  result.findings
    .filter(({ rule }) => rule !== 'unanswered')
    .map(({ fingerprint }) => fingerprint)
    .sort();

describe('the example', () => {
  it('fails the check, and its JSON is what the schema says', async () => {
    const { code, stdout } = await stridewise(example, ['check', '--format', 'json']);
    expect(code).toBe(1);
    const isOurs = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/findings.schema.json', 'utf8')));
    expect(isOurs(JSON.parse(stdout)), JSON.stringify(isOurs.errors)).toBe(true);
  });

  it('is SARIF that GitHub takes: open findings only, places inside the repository', async () => {
    const { stdout } = await stridewise(example, ['check', '--format', 'sarif']);
    const [run] = JSON.parse(stdout).runs;
    expect(run.results.length).toBeGreaterThan(10);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation).toMatchObject({ uriBaseId: '%SRCROOT%', uri: expect.stringMatching(/\.yaml$/) });
      expect(region.startLine).toBeGreaterThan(0);
    }
  });

  it('shows every state that a model can give, but that of what is gone', async () => {
    const result = await findings(example);
    const states = new Set(result.findings.map(({ state }: { state: string }) => state));
    for (const state of ['threatened', 'unanswered', 'planned', 'accepted', 'mitigated', 'transferred']) {
      expect.soft(states, state).toContain(state);
    }
    const severities = new Set(result.findings.map(({ severity }: { severity: string }) => severity));
    expect([...severities].sort()).toEqual(['error', 'hint', 'information', 'warning']);
    expect(result.problems.length).toBeGreaterThan(1);
  });
});

describe('exit codes', () => {
  it('is 0 below the bar and 1 at it', async () => {
    const folder = scratchFolder({ 'orders.yaml': orders });
    expect((await stridewise(folder, ['check', 'orders.yaml', '--fail-on', 'low'])).code).toBe(1);
    const quiet = scratchFolder({ 'empty.yaml': "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: {}\n" });
    expect((await stridewise(quiet, ['check'])).code).toBe(0);
  });

  it.each([
    [['check', '--nothing'], 'Unknown option --nothing.'],
    [['check', 'absent.yaml'], 'absent.yaml does not exist.'],
    [['check', '*.yml'], '*.yml matches no file.'],
    [['check'], 'Nothing to check'],
    [['check', 'notes.txt'], 'has no openapi, swagger or stridewise key at its root'],
    [['check', 'notes.txt/api.yaml'], 'notes.txt/api.yaml does not exist.'],
    [['check', ''], 'A path is empty'],
    [['check', '-'], 'Standard input has no openapi, swagger or stridewise key at its root'],
    [['check', '--output='], '--output takes a file.'],
    [['check', '--fail-on', 'severe'], '--fail-on takes low, medium, high, critical; not "severe".'],
    [['check', '--model', 'notes.txt'], 'no threat model'],
    [['check', '--model', 'absent.threats.yaml'], 'absent.threats.yaml does not exist.'],
  ])('%j could not run', async (words, message) => {
    const { code, stdout, stderr } = await stridewise(scratchFolder({ 'notes.txt': 'hello' }), words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['.yaml', 'does not exist.'],
    ['*.yaml', 'matches no file.'],
  ])('a name that no file can have, and then %s', async (end, message) => {
    const { code, stderr } = await stridewise(scratchFolder({}), ['check', `${'x'.repeat(300)}${end}`]);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  it.skipIf(process.platform === 'win32')('says that a named link goes round in circles', async () => {
    const folder = scratchFolder({});
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    const { code, stderr } = await stridewise(folder, ['check', 'loop.yaml']);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is a loop of symbolic links.'),
    });
  });

  it.each([
    ['--output', 'folder', 'it is a folder'],
    ['-o', 'absent/out.txt', 'its folder does not exist'],
  ])('could not run: %s %s cannot be written', async (option, file, reason) => {
    const folder = scratchFolder({ 'orders.yaml': orders });
    mkdirSync(join(folder, 'folder'));
    const { code, stdout, stderr } = await stridewise(folder, ['check', 'orders.yaml', option, file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${file} cannot be written: ${reason}.`);
  });

  it.skipIf(process.platform !== 'linux')('could not run: standard output is full', async () => {
    const folder = scratchFolder({ 'orders.yaml': orders });
    const { stdout, stderr } = await redirected(folder, ['check', 'orders.yaml'], '> /dev/full');
    expect({ stdout, stderr }).toEqual({
      stdout: '2',
      stderr: 'stridewise: Standard output cannot be written: the disk is full.\n',
    });
  });

  it.skipIf(process.platform === 'win32')('refuses a pipe that was named', async () => {
    const folder = scratchFolder({});
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const { code, stderr } = await stridewise(folder, ['check', 'pipe.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('is not a regular file');
  });
});

describe('input and output', () => {
  it('reads standard input', async () => {
    const { code, stdout } = await stridewise(scratchFolder({}), ['check', '-', '--format', 'json'], orders);
    expect(JSON.parse(stdout).apis).toMatchObject([{ file: '-', operations: 2 }]);
    expect([0, 1]).toContain(code);
  });

  it('reads standard input in either byte order of UTF-16', async () => {
    const bytes = Buffer.from(`\ufeff${orders}`, 'utf16le').swap16();
    const { stdout } = await stridewise(scratchFolder({}), ['check', '-', '--format', 'json'], bytes);
    expect(JSON.parse(stdout).apis).toMatchObject([{ file: '-', operations: 2 }]);
  });

  it('takes standard input for the description that a given model names', async () => {
    const files = { 'api/orders.yaml': 'openapi: 3.0.3\n', 'api/m.threats.yaml': model('./orders.yaml') };
    const words = ['check', '-', '--model', 'api/m.threats.yaml', '--format', 'json'];
    const { stdout } = await stridewise(scratchFolder(files), words, orders);
    expect(JSON.parse(stdout)).toMatchObject({
      apis: [{ api: 'orders', file: 'api/orders.yaml', operations: 2 }],
      notChecked: [],
    });
  });

  it('writes to standard output with -o -, and into a pipe that is read', async () => {
    const folder = scratchFolder({ 'orders.yaml': orders });
    const { stdout } = await stridewise(folder, ['check', 'orders.yaml', '-o', '-']);
    expect(stdout).toContain('2 operations');
    execFileSync('mkfifo', [join(folder, 'out')]);
    const { stdout: piped } = await redirected(folder, ['check', 'orders.yaml', '-o', 'out'], '& cat out; wait $!');
    expect(piped).toBe(`${stdout}1`);
  });

  it('tells its version wherever it is asked', async () => {
    const { code, stdout } = await stridewise(example, ['check', '--version']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it('writes a file, and the whole through a pipe', async () => {
    const folder = scratchFolder({ 'orders.yaml': orders.repeat(1) });
    await stridewise(folder, ['check', '--format', 'sarif', '-o', 'out.sarif']);
    const written = readFileSync(join(folder, 'out.sarif'), 'utf8');
    const { stdout } = await pipeline(folder, ['check', '--format', 'sarif'], '(sleep 0.1; cat)');
    expect(stdout).toBe(written);
  });

  it('does not mind a reader that leaves', async () => {
    const { stdout, stderr } = await pipeline(example, ['check', '--format', 'sarif'], 'head -c 10');
    expect(stdout).toHaveLength(10);
    expect(stderr).toBe('');
  });
});

describe('models', () => {
  it('come from the folders above, up to the repository, and only those that name the description', async () => {
    const folder = scratchFolder({
      'shop.threats.yaml': model('outside/repo/api/orders.yaml').replace('outside/', './outside/'),
      'outside/repo/.git/': '',
      'outside/repo/orders.threats.yaml': model('./api/orders.yaml').replace('  orders:', '  by-model:'),
      'outside/repo/other.threats.yaml': model('./other.yaml'),
      'outside/repo/api/orders.yaml': orders,
    });
    const { apis, problems } = await findings(folder, 'outside/repo/api/orders.yaml');
    expect(apis.map(({ api }: { api: string }) => api)).toEqual(['by-model']);
    expect(problems).toEqual([]);
  });

  it('that are given and name nothing that was given are said', async () => {
    const folder = scratchFolder({ 'orders.yaml': orders, 'm.threats.yaml': model('./other.yaml') });
    const { notChecked } = await findings(folder, 'orders.yaml', '--model', 'm.threats.yaml');
    expect(notChecked).toEqual([{ file: 'm.threats.yaml', reason: 'names none of the descriptions that were given' }]);
  });

  it('count behind a symbolic link, and are told where they cannot be read', async () => {
    const folder = scratchFolder({
      'a/orders.yaml': orders,
      'm.yaml': model('./orders.yaml'),
      'a/broken.threats.yaml': 'stridewise: 1\u0000',
    });
    symlinkSync('../m.yaml', join(folder, 'a/linked.yaml'));
    const { apis, notChecked } = await findings(folder, 'a/orders.yaml');
    expect(apis).toMatchObject([{ api: 'orders' }]);
    expect(notChecked).toEqual([{ file: 'a/broken.threats.yaml', reason: 'is not a text file' }]);
  });

  it('are those that --model names', async () => {
    const folder = scratchFolder({ 'a/orders.yaml': orders, 'b/m.yaml': model('../a/orders.yaml') });
    expect((await findings(folder, 'a/orders.yaml', '--model', 'b/m.yaml')).apis[0].api).toBe('orders');
  });
});

describe('paths', () => {
  it('may overlap: a file counts once, and a glob of files that were met matches', async () => {
    const folder = scratchFolder({ 'a/orders.yaml': orders });
    const { apis } = await findings(folder, 'a/orders.yaml', '.', 'a/*.yaml', '**/*.yaml');
    expect(apis).toHaveLength(1);
  });

  it('may be ten thousand', async () => {
    const folder = scratchFolder({ 'orders.yaml': orders });
    const { apis } = await findings(folder, ...Array.from({ length: 10_000 }, () => 'orders.yaml'));
    expect(apis).toHaveLength(1);
  });

  it('in two repositories are told apart in SARIF, in the order given', async () => {
    const folder = scratchFolder({
      'one/.git/': '',
      'one/api/orders.yaml': orders,
      'two/.git/': '',
      'two/orders.yaml': orders,
    });
    const { stdout } = await stridewise(folder, ['check', 'one/api', 'two/orders.yaml', '--format', 'sarif']);
    const [run] = JSON.parse(stdout).runs;
    const artifacts = run.results.map((result: SarifResult) => result.locations[0]?.physicalLocation.artifactLocation);
    expect(artifacts).toContainEqual({ uri: 'api/orders.yaml', uriBaseId: '%SRCROOT%' });
    expect(artifacts).toContainEqual({ uri: 'orders.yaml', uriBaseId: '%SRCROOT2%' });
    expect(run.originalUriBaseIds).toMatchObject({ '%SRCROOT2%': { uri: pathToFileURL(`${folder}/two/`).href } });
    expect(run.originalUriBaseIds['%SRCROOT%']).not.toHaveProperty('uri');
  });
});

describe('references', () => {
  it('are followed inside the checked folders, and named where they lead out', async () => {
    const outside = scratchFolder({ 'secret.yaml': 'type: object\n' });
    const response = (target: string) =>
      `{ description: A, content: { application/json: { schema: { $ref: '${target}' } } } }`;
    const text = `${orders.replace('{ description: The order }', response('./order.yaml'))}`.replace(
      '{ description: Gone }',
      response(join(outside, 'secret.yaml')),
    );
    const folder = scratchFolder({ 'orders.yaml': text, 'order.yaml': 'type: object\n' });
    const { notChecked } = await findings(folder, 'orders.yaml');
    expect(notChecked).toMatchObject([
      { reason: 'lies outside the checked folders and their repository' },
      { file: 'orders.yaml', reason: expect.stringContaining('No file that may be read here is at') },
    ]);
  });
});

describe('fingerprints', () => {
  it('survive moved lines, a model that is added and another working directory', async () => {
    const files = { '.git/': '', 'api/orders.yaml': orders };
    const first = scratchFolder(files);
    const expected = fingerprints(await findings(first, 'api/orders.yaml'));
    expect(expected.length).toBeGreaterThan(0);
    expect(fingerprints(await findings(join(first, 'api')))).toEqual(expected);
    const moved = scratchFolder({ ...files, 'api/orders.yaml': orders.replace('paths:', '# one more line\npaths:') });
    expect(fingerprints(await findings(moved))).toEqual(expected);
    const modelled = scratchFolder({ ...files, 'api/orders.threats.yaml': model('./orders.yaml') });
    expect(fingerprints(await findings(modelled))).toEqual(expected);
  });
});

describe('lsp --stdio', () => {
  it('starts the server and ends with it', async () => {
    expect(await handshake(scratchFolder({}))).toEqual({ answer: expect.stringContaining('"capabilities"'), code: 0 });
  });
});
