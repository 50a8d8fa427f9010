import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const house = mkdtempSync(join(tmpdir(), 'stridewise-house-'));

/** A copy of the configuration alone, so that a plant never stands in the checkout. */
beforeAll(() => {
  for (const file of ['biome.json', 'tsconfig.base.json', 'package.json', 'server/src/core/tsconfig.json']) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    cpSync(join(root, file), join(house, file));
  }
  // What core is built upon.
  cpSync(join(root, 'server/src/protocol'), join(house, 'server/src/protocol'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

const PAGE = 'client/webview/tsconfig.json';
/** What the page may import is not here, and no plant that it should take imports any of it. */
const pageConfig = JSON.stringify({ ...JSON.parse(readFileSync(join(root, PAGE), 'utf8')), references: [] });

function plant(files: Record<string, string>): void {
  for (const folder of ['client', 'server/src/pictures', 'server/src/report'])
    rmSync(join(house, folder), { recursive: true, force: true });
  for (const folder of [
    'rules',
    'catalogue',
    'coverage',
    'risk',
    'process',
    'simulation',
    'drift',
    'inventory',
    'features',
    'overview',
    'text',
  ]) {
    rmSync(join(house, 'server/src/core', folder), { recursive: true, force: true });
  }
  for (const [file, text] of Object.entries({ [PAGE]: pageConfig, ...files })) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
}

/** Output of a program that fails; empty where it passes. */
function failure(program: string, args: string[]): string {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: house, stdio: 'pipe' });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    return `${stdout}${stderr}`;
  }
}

const types = () => failure('typescript/bin/tsc', ['-b', 'server/src/core']);
const pageTypes = () => failure('typescript/bin/tsc', ['-p', 'client/webview']);
const lint = () => failure('@biomejs/biome/bin/biome', ['lint', '--vcs-enabled=false', '.']);

test.each([
  ['node:fs', "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n"],
  ['process', 'export const planted = process;\n'],
  ['console', 'export const planted = console;\n'],
  ['setTimeout', 'export const planted = setTimeout;\n'],
])('core has no %s', (name, text) => {
  plant({ 'server/src/core/text/planted.ts': text });
  expect(types()).toContain(name);
});

test('the page of the overview has no process', () => {
  plant({ 'client/webview/sections/planted.ts': 'export const planted = process;\n' });
  expect(pageTypes()).toContain('process');
});

test.each([
  ['a rule importing coverage', 'server/src/core/rules/spoofing/planted.ts', '../../coverage/types'],
  ['the catalogue importing rules', 'server/src/core/catalogue/techniques/planted.ts', '../../rules/types'],
  ['risk importing the simulation', 'server/src/core/risk/planted.ts', '../simulation'],
  ['the simulation importing features', 'server/src/core/simulation/planted.ts', '../features'],
  ['features importing the overview', 'server/src/core/features/planted.ts', '../overview'],
  ['the overview importing the language server', 'server/src/core/overview/diagram/planted.ts', '../../../lsp/session'],
  ['the report importing the language server', 'server/src/report/html/planted.ts', '../../lsp/session'],
  ['a picture importing core', 'server/src/pictures/planted.ts', '../core/index'],
  ['the process importing the simulation', 'server/src/core/process/stages/planted.ts', '../../simulation'],
  ['drift importing risk', 'server/src/core/drift/planted.ts', '../risk'],
  ['an inventory importing features', 'server/src/core/inventory/planted.ts', '../features'],
  ['a client importing core', 'client/src/planted.ts', '../../server/src/core/index'],
  ['the page of the overview importing core', 'client/webview/sections/planted.ts', '../../../server/src/core/index'],
  ['the page of the overview importing the client', 'client/webview/planted.ts', '../src/texts'],
  ['the page of the overview importing the editor', 'client/webview/planted.ts', 'vscode'],
  ['the client importing the page of the overview', 'client/src/planted.ts', '../webview/words'],
  ['text importing openapi', 'server/src/core/text/planted.ts', '../openapi'],
])('lint refuses %s', (_, file, path) => {
  plant({ [file]: `import type { Planted } from '${path}';\n\nexport type Taken = Planted;\n` });
  expect(lint()).toContain('noRestrictedImports');
});

test('lint refuses an import cycle', () => {
  plant({
    'server/src/core/text/one.ts': "import { two } from './two';\n\nexport const one = () => two;\n",
    'server/src/core/text/two.ts': "import { one } from './one';\n\nexport const two = () => one;\n",
  });
  expect(lint()).toContain('noImportCycles');
});

test('an honest file passes both', () => {
  plant({ 'server/src/core/text/planted.ts': 'export const planted = 1;\n' });
  expect([types(), lint()]).toEqual(['', '']);
});

test('an honest file of the page of the overview passes both', () => {
  plant({ 'client/webview/sections/planted.ts': 'export const planted = document.title;\n' });
  expect([pageTypes(), lint()]).toEqual(['', '']);
});

test('the browser bundle refuses node:', async () => {
  const { build } = await import('esbuild');
  const { refuseNode } = (await import(join(root, 'scripts/build.mjs'))) as { refuseNode: import('esbuild').Plugin };
  const stdin = { contents: "import 'node:fs';", resolveDir: house };
  const bundle = build({
    stdin,
    bundle: true,
    write: false,
    platform: 'browser',
    plugins: [refuseNode],
    logLevel: 'silent',
  });
  await expect(bundle).rejects.toThrow('does not exist in a browser');
});
