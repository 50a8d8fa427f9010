import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, commandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const spec = (path: string, security = '') =>
  `openapi: 3.0.3\ninfo: { title: ${path}, version: "1" }\nservers: [{ url: https://api.shop.example }]\npaths:\n  /${path}:\n    post: { ${security}requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }, responses: {} }\n`;
const SPEC = spec('notes');
const HEAD = 'stridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n';
const SHARED =
  'stridewise: 1\nmitigations: { login: { covers: missing-authentication on ANY /**, status: implemented } }\n';
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

interface Result {
  readonly findings: readonly { readonly rule: string; readonly state: string; readonly api: string }[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly file: string;
  }[];
  readonly apis: readonly { readonly api: string }[];
  readonly notChecked: readonly { readonly file: string; readonly reason: string }[];
}

async function check(folder: string, ...words: string[]): Promise<Result> {
  const { stdout, stderr } = await stridewise(folder, ['check', '--format', 'json', ...words]);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const stateIn = ({ findings }: Result) =>
  findings.filter(({ rule }) => rule === 'missing-authentication').map(({ state }) => state);
const toldIn = ({ problems }: Result) =>
  problems.map(({ file, severity, code, message }) => `${file} ${severity} ${code}: ${message}`);

/** The same of the models, as an editor that opens each of them shows it. */
async function toldInEditor(folder: string, models: readonly string[]): Promise<string[]> {
  const { LanguageClient } = await import(pathToFileURL(resolve('scripts/lib/bench/language-client.mjs')).href);
  const client = new LanguageClient([commandLine, 'lsp', '--stdio']);
  await client.start(folder);
  const uriOf = (file: string) => pathToFileURL(join(folder, file)).href;
  const pull = async (file: string) =>
    (await client.request('textDocument/diagnostic', { textDocument: { uri: uriOf(file) } })).items;
  for (const file of models) {
    const textDocument = {
      uri: uriOf(file),
      languageId: 'yaml',
      version: 1,
      text: readFileSync(join(folder, file), 'utf8'),
    };
    client.notify('textDocument/didOpen', { textDocument });
  }
  for (const file of models) await pull(file);
  await client.refreshed;
  const told: string[] = [];
  for (const file of models) {
    for (const { severity, code, message } of await pull(file))
      told.push(`${file} ${SEVERITIES[severity]} ${code}: ${message}`);
  }
  await client.stop();
  return told;
}

describe('stridewise check', () => {
  it('reads what models include, whichever way the model was found', async () => {
    const folder = scratchFolder({
      '.git/HEAD': '',
      'openapi.yaml': SPEC,
      'openapi.threats.yaml': `${HEAD}include: org/shared.threats\n`,
      'org/shared.threats': SHARED,
    });
    for (const words of [
      ['.'],
      ['openapi.yaml'],
      ['openapi.threats.yaml'],
      ['openapi.yaml', '--model', 'openapi.threats.yaml'],
    ]) {
      expect(stateIn(await check(folder, ...words)), words.join(' ')).toEqual(['mitigated']);
    }
  });

  it('finds a model that names the description only through what it includes', async () => {
    const folder = scratchFolder({
      '.git/HEAD': '',
      'deep/openapi.yaml': SPEC,
      'deep/org/apis.yaml': 'stridewise: 1\napis: { shop: { spec: ../openapi.yaml } }\n',
      'top.threats.yaml': `stridewise: 1\ninclude: deep/org/apis.yaml\n${SHARED.slice(14)}`,
    });
    for (const words of [['deep/openapi.yaml'], ['top.threats.yaml'], ['.']]) {
      expect(stateIn(await check(folder, ...words)), words.join(' ')).toEqual(['mitigated']);
    }
  });

  it('reads the descriptions that a pattern matches', async () => {
    const folder = scratchFolder({
      'models/all.threats.yaml': 'stridewise: 1\napis: { shop: { spec: "../services/*/openapi.yaml" } }\n',
      'services/orders/openapi.yaml': spec('orders'),
      'services/users/openapi.yaml': spec('users'),
      'services/users/other.yaml': spec('other'),
      'services/ignored/openapi.yaml': spec('ignored'),
      'services/.gitignore': 'ignored/\n',
    });
    const { apis, problems } = await check(folder, 'models/all.threats.yaml');
    expect(apis.map(({ api }) => api)).toEqual(['shop-orders', 'shop-users']);
    expect(problems).toEqual([]);
    expect(
      (await check(folder, 'services/orders/openapi.yaml', '--model', 'models/all.threats.yaml')).apis,
    ).toMatchObject([{ api: 'shop-orders' }]);
    const above = scratchFolder({
      '.git/HEAD': '',
      'all.threats.yaml': 'stridewise: 1\napis: { shop: { spec: "services/*.yaml" }, jobs: { spec: "jobs/*.yaml" } }\n',
      'services/orders.yaml': spec('orders'),
      'jobs/nightly.yaml': spec('nightly'),
    });
    const { apis: found, problems: told } = await check(above, 'services/orders.yaml');
    expect(found).toMatchObject([{ api: 'shop-orders' }]);
    expect(told).toEqual([]);
  });

  it('takes standard input for the description that an included file names', async () => {
    const folder = scratchFolder({
      'top.threats.yaml': `stridewise: 1\ninclude: apis.yaml\n${SHARED.slice(14)}`,
      'apis.yaml': 'stridewise: 1\napis: { shop: { spec: openapi.yaml } }\n',
    });
    const { stdout } = await stridewise(
      folder,
      ['check', '-', '--model', 'top.threats.yaml', '--format', 'json'],
      SPEC,
    );
    expect(stateIn(JSON.parse(stdout))).toEqual(['mitigated']);
  });

  it('fails on an include that cannot be followed, and says so once', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC, 'a.threats.yaml': `${HEAD}include: gone.yaml\n` });
    const { code } = await stridewise(folder, ['check', '--fail-on', 'critical']);
    expect(code).toBe(1);
    const result = await check(folder);
    expect(toldIn(result)).toEqual(['a.threats.yaml error unread-include: `gone.yaml` does not exist']);
    expect(result.notChecked).toEqual([]);
  });
});

describe('editor and command line', () => {
  it('say the same of includes, patterns, two models of one API and the lives of APIs', async () => {
    const files = {
      '.git/HEAD': '',
      'openapi.yaml': SPEC,
      'old.yaml': spec('old'),
      'notes.txt': 'a text\n',
      'folder/': '',
      'a.threats.yaml':
        'stridewise: 1\napis:\n  shop: { spec: ./openapi.yaml, exposure: internal, replaces: old }\n  old: { spec: old.yaml, lifecycle: deprecated, sunset: 2020-01-01 }\n  none: { spec: "nothing/*.yaml" }\n' +
        'include: [a.threats.yaml, b.threats.yaml, folder, gone.yaml, notes.txt, ../outside.yaml, /etc/passwd, "*.yaml", openapi.yaml, shared.threats.yaml, c.threats.yaml]\n',
      'b.threats.yaml': 'stridewise: 1\ninclude: a.threats.yaml\n',
      'c.threats.yaml': SHARED,
      'shared.threats.yaml': SHARED.replace('implemented', 'implementd'),
      'z.threats.yaml': 'stridewise: 1\napis: { shop: { spec: ./openapi.yaml, exposure: internet } }\n',
    };
    const folder = scratchFolder(files);
    const told = toldIn(await check(folder)).sort();
    expect(told.map((line) => line.replace(/:.*/, ''))).toEqual(
      [
        'a.threats.yaml error include-conflict',
        'a.threats.yaml error include-itself',
        'a.threats.yaml error include-pattern',
        'a.threats.yaml error no-model',
        'a.threats.yaml error no-model',
        'a.threats.yaml error spec-matches-nothing',
        'a.threats.yaml error unread-include',
        'a.threats.yaml error unread-include',
        'a.threats.yaml error unread-include',
        'a.threats.yaml error unread-include',
        'a.threats.yaml information only-in-replaced',
        'a.threats.yaml warning past-sunset',
        'b.threats.yaml error include-cycle',
        'shared.threats.yaml error unknown-word',
        'z.threats.yaml warning models-disagree',
      ].sort(),
    );
    expect(
      (
        await toldInEditor(
          folder,
          Object.keys(files).filter((name) => name.endsWith('.threats.yaml')),
        )
      ).sort(),
    ).toEqual(told);
  });
});
