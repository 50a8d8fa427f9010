// npm test: everything that can be checked, each runner after the other, and one line at the end.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { main } from './lib/say.mjs';
import { Tally, vitestResults } from './lib/tally.mjs';

const tool = (path) => [process.execPath, join(root, 'node_modules', path)];

/** A program as one test: it passes when it exits 0. */
async function asOneTest(name, [program, ...args]) {
  const { code, output } = await run(program, args, { cwd: root, capture: true });
  return [{ name, outcome: code === 0 ? 'passed' : 'failed', detail: code === 0 ? '' : output }];
}

async function buildResults() {
  const failure = await build().then(
    () => undefined,
    (error) => error,
  );
  return [{ name: 'the bundles build', outcome: failure ? 'failed' : 'passed', detail: failure?.message }];
}

async function unitResults() {
  const report = join(root, 'out/vitest.json');
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(report, { force: true });
  const [program, cli] = tool('vitest/vitest.mjs');
  const args = [cli, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await run(program, args, { cwd: root, capture: true, env: { NODE_ENV: 'test' } });
  if (!existsSync(report)) return [{ name: 'vitest runs', outcome: 'failed', detail: output }];
  const results = vitestResults(JSON.parse(readFileSync(report, 'utf8')));
  if (code !== 0 && !results.some(({ outcome }) => outcome === 'failed')) {
    results.push({ name: 'vitest ends well', outcome: 'failed', detail: output });
  }
  return results;
}

/** Marks under the lines of test/grammar against what our grammars make of them, on VS Code's own YAML. */
async function grammarResults() {
  const { yamlGrammars } = await import('./lib/vscode.mjs');
  const own = ['threat-model.tmLanguage.json', 'threat-model.injection.json'].map((name) => join('syntaxes', name));
  const grammars = [...own, ...(await yamlGrammars())].flatMap((path) => ['-g', path]);
  const files = readdirSync(join(root, 'test/grammar')).map((name) => join('test/grammar', name));
  const unit = tool('vscode-tmgrammar-test/dist/unit.js');
  const results = files.map((file) => asOneTest(file, [...unit, ...grammars, file]));
  return (await Promise.all(results)).flat();
}

async function inHostResults(options) {
  const { runInHost } = await import('./lib/in-host.mjs');
  return runInHost(options).catch((error) => [{ name: options.name, outcome: 'failed', detail: error.stack }]);
}

async function emptyResults() {
  const { runInEmptyWindows } = await import('./lib/in-host.mjs');
  return runInEmptyWindows().catch((error) => [{ name: 'empty windows', outcome: 'failed', detail: error.stack }]);
}

async function packagedResults() {
  const { packageExtension } = await import('./package.mjs');
  const vsix = await packageExtension().catch((error) => error);
  if (vsix instanceof Error) return [{ name: 'the extension packs', outcome: 'failed', detail: vsix.message }];
  const packed = { name: 'the extension packs', outcome: 'passed' };
  return [packed, ...(await inHostResults({ name: 'packaged', trusted: true, vsix }))];
}

/** Where VS Code for the web cannot be fetched, the suite is skipped and says so. */
async function webResults(options) {
  const { runInWebHost } = await import('./lib/in-web-host.mjs');
  const { ensureWebVscode } = await import('./lib/web-vscode.mjs');
  const missing = await ensureWebVscode().catch((error) => error);
  if (missing) return [{ name: options.name, outcome: 'skipped', detail: missing.message }];
  return runInWebHost(options).catch((error) => [{ name: options.name, outcome: 'failed', detail: error.stack }]);
}

/** A smaller set than `scripts/screenshot.mjs` takes: every scene in light colours, and in the other themes what has colours of ours. */
async function pictureResults() {
  const { inShort, takePictures } = await import('./lib/pictures/take-pictures.mjs');
  const asked = { folder: join(root, 'out/pictures'), wanted: inShort };
  return takePictures(asked).catch((error) => [{ name: 'pictures', outcome: 'failed', detail: error.stack }]);
}

const runners = {
  types: () => asOneTest('tsc -b', [...tool('typescript/bin/tsc'), '-b']),
  lint: () => asOneTest('biome check', [...tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
  build: buildResults,
  unit: unitResults,
  grammar: grammarResults,
  'VS Code, trusted': () => inHostResults({ name: 'trusted', trusted: true }),
  'VS Code, Restricted Mode': () => inHostResults({ name: 'restricted', trusted: false }),
  'VS Code, empty windows': emptyResults,
  'VS Code, packaged extension': packagedResults,
  'VS Code, pictures': pictureResults,
  'VS Code, web extension': () => webResults({ name: 'trusted', trusted: true, scheme: 'memory' }),
  'VS Code, web extension, Restricted Mode': () =>
    webResults({ name: 'restricted', trusted: false, scheme: 'vscode-vfs' }),
};

await main(async () => {
  await ensureDependencies();
  const tally = new Tally();
  const only = process.argv.slice(2);
  for (const [name, results] of Object.entries(runners)) {
    if (only.length === 0 || only.some((word) => name.includes(word))) tally.add(name, await results());
  }
  if (tally.failed) process.exitCode = 1;
  console.log(tally.line);
});
