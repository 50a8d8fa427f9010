// Runs the suite of test/e2e inside a real VS Code and brings its results out.
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { scratchFolder } from './ending.mjs';
import { servePageHands } from './page-hands.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { watchSilence } from './silence.mjs';
import { ensureVscode, installExtension, serveVscode } from './vscode.mjs';

const end = 'the suite ran to its end';

/** Bundles the suite to the one module that VS Code loads; returns its path. */
export async function bundleSuite() {
  const esbuild = await import('esbuild');
  const outfile = join(root, 'out/e2e/suite.cjs');
  await esbuild.build({
    entryPoints: [join(root, 'test/e2e/suite/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

/** A copy of the example that a suite may change, with everything else it needs; `remove` takes it away. */
export function makeWorkspace() {
  const { folder, remove } = scratchFolder('stridewise-');
  const workspace = join(folder, 'shop');
  cpSync(join(root, 'examples/shop'), workspace, { recursive: true });
  return { folder, remove, workspace, results: join(folder, 'results.json') };
}

/** A workspace of two folders, the example and its twin; the second alone excludes a folder. Returns its file. */
function addTwin(folder, workspace) {
  const twin = join(folder, 'twin');
  cpSync(join(root, 'examples/shop'), twin, { recursive: true });
  cpSync(join(root, 'examples/shop/openapi.yaml'), join(twin, 'hidden/openapi.yaml'));
  mkdirSync(join(twin, '.vscode'));
  writeFileSync(join(twin, '.vscode/settings.json'), JSON.stringify({ 'files.exclude': { hidden: true } }));
  const file = join(folder, 'two.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: workspace }, { path: twin }] }));
  return file;
}

/** A development extension that does nothing: VS Code runs a suite only beside one. */
export function blankExtension(folder) {
  const path = join(folder, 'blank');
  mkdirSync(path);
  const manifest = { name: 'blank', publisher: 'stridewise-test', version: '0.0.1', engines: { vscode: '^1.101.0' } };
  writeFileSync(join(path, 'package.json'), JSON.stringify(manifest));
  return path;
}

/** Reads the results file of a suite, with a failure where the suite never came to its end, which it tells itself. */
export function readResults(file, name) {
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  if (results.some((result) => result.name === end)) return results;
  const last = results.at(-1);
  const detail = last ? `nothing came after "${last.name}"` : 'no results';
  return [...results, { name: `${name}: ${end}`, outcome: 'failed', detail }];
}

async function runInPage(url, results, hands) {
  const { page, close } = await openPage();
  const { silent, stop } = watchSilence(() => statSync(results, { throwIfNoEntry: false })?.mtimeMs);
  hands?.use(page);
  try {
    const exit = new Promise((done) => {
      page.exposeFunction('codeAutomationExit', (code) => done(code));
      page.on('crash', () => done(1));
    });
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      if (process.env.STRIDEWISE_VERBOSE) say(`  [${type}] ${args.join(' ')}`);
    });
    await page.goto(url);
    await Promise.race([exit, silent]);
    if (process.env.STRIDEWISE_VERBOSE) await page.screenshot({ path: '/tmp/stridewise-last.png' });
  } finally {
    stop();
    await close();
  }
}

function payloadOf(server, extension, suite) {
  return [
    ['extensionDevelopmentPath', server.remote(extension)],
    ['extensionTestsPath', server.remote(suite)],
    ['skipWelcome', 'true'],
  ];
}

const later = 'openapi: 3.1.0\ninfo: { title: Later, version: "1" }\npaths: {}\n';

/** Files of windows in which the view has nothing to show, by what it then says; null opens no folder. */
const emptyWindows = {
  noFolder: null,
  noApi: { 'README.md': '# Notes\n', 'package.json': '{ "name": "notes" }\n' },
  noModel: { 'openapi.yaml': later },
  noThreat: {
    'openapi.yaml': later,
    'later.threats.yaml': 'stridewise: 1\ntitle: Later\napis:\n  later: { spec: ./openapi.yaml }\n',
  },
};

/** Runs the suite's cases for windows that have nothing to show, one window after the other. */
export async function runInEmptyWindows() {
  await ensureVscode();
  const suite = await bundleSuite();
  const all = [];
  for (const [state, files] of Object.entries(emptyWindows)) {
    const { folder, remove } = scratchFolder('stridewise-');
    const opened = join(folder, 'opened');
    mkdirSync(opened);
    for (const [name, text] of Object.entries(files ?? {})) writeFileSync(join(opened, name), text);
    const results = join(folder, 'results.json');
    const env = { STRIDEWISE_RESULTS: results, STRIDEWISE_EMPTY: state };
    const server = await serveVscode({ dataFolder: join(folder, 'data'), testDriver: true, env });
    try {
      const url = new URL(server.url(opened, payloadOf(server, root, suite)));
      if (files === null) {
        url.searchParams.delete('folder');
        url.searchParams.set('ew', 'true');
      }
      await runInPage(url.href, results);
      all.push(...readResults(results, state));
    } finally {
      await server.stop();
      await remove();
    }
  }
  return all;
}

/**
 * One run of the suite.
 * @param {{name: string, trusted: boolean, vsix?: string}} options with `vsix` the packaged extension runs instead of the checkout
 * @returns {Promise<{name: string, outcome: 'passed'|'failed'|'skipped', detail?: string}[]>}
 */
export async function runInHost({ name, trusted, vsix }) {
  await ensureVscode();
  const suite = await bundleSuite();
  const { folder, remove, workspace, results } = makeWorkspace();
  const dataFolder = join(folder, 'data');
  if (vsix) await installExtension(dataFolder, vsix);
  const hands = await servePageHands();
  const env = { STRIDEWISE_RESULTS: results, STRIDEWISE_TRUSTED: String(trusted), STRIDEWISE_PAGE: hands.address };
  const server = await serveVscode({ dataFolder, trusted, testDriver: true, env });
  try {
    const extension = vsix ? blankExtension(folder) : root;
    const twin = addTwin(folder, workspace);
    // A window of a server that has just started now and then opens without its folders; the suite then leaves no result.
    for (let attempt = 1; attempt <= 3 && !existsSync(results); attempt++) {
      if (attempt > 1) say(`${name}: the window opened without its folders, so it is opened again`);
      await runInPage(server.url(twin, payloadOf(server, extension, suite)), results, hands);
    }
    return readResults(results, name);
  } finally {
    hands.stop();
    await server.stop();
    await remove();
  }
}
