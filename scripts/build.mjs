// Bundles the two sides of the extension and the command line into dist/.
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Missing, main } from './lib/say.mjs';

const shared = {
  bundle: true,
  minify: true,
  sourcemap: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
};
const node = { ...shared, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
const worker = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** What VS Code shows in a page of its own; the oldest that we run in has Chromium 134. */
const page = { ...shared, platform: 'browser', target: 'chrome134' };

const PROGRAM = 'cli/program.cjs';

/**
 * The command line and the server that it may start: a few lines that start the program, and the program as one
 * expression, so that V8's compiled form of it can be kept beside it. `folder` is where they go.
 */
export const commandLineIn = (folder) => [
  {
    ...node,
    entry: 'server/src/cli/launch.ts',
    outfile: `${folder}/cli.mjs`,
    format: 'esm',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entry: 'server/src/cli/main.ts',
    outfile: `${folder}/${PROGRAM}`,
    format: 'cjs',
    define: { 'import.meta.url': 'programUrl' },
    banner: { js: '(function (require, programUrl) {' },
    footer: { js: '})' },
  },
  {
    ...node,
    entry: 'server/src/node/main.ts',
    outfile: `${folder}/server.cjs`,
    format: 'cjs',
    worker: 'server/src/node/simulation-worker.ts',
  },
];

const bundles = [
  { ...node, entry: 'client/src/node/main.ts', outfile: 'dist/client.cjs', format: 'cjs', external: ['vscode'] },
  {
    ...worker,
    entry: 'client/src/browser/main.ts',
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...worker,
    entry: 'server/src/browser/main.ts',
    outfile: 'dist/server.browser.js',
    format: 'iife',
    worker: 'server/src/browser/simulation-worker.ts',
  },
  { ...page, entry: 'client/webview/main.ts', outfile: 'dist/overview.js', format: 'iife' },
  { ...page, entry: 'client/webview/overview.css', outfile: 'dist/overview.css' },
  ...commandLineIn('dist'),
];

/** A browser has no Node modules: an import of one fails the build with the file that asked for it. */
export const refuseNode = {
  name: 'refuse-node',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, importer }) => ({
      errors: [{ text: `${path} does not exist in a browser (imported by ${importer})` }],
    }));
  },
};

/** Keeps V8's compiled form of the command line beside it: what a check of the example needs, as this Node compiles it. */
async function keepCompiled(folder) {
  const program = join(folder, 'cli/program');
  const files = [join(folder, 'cli.mjs'), `${program}.cjs`, `${program}.cache`];
  const words = [...files, 'check', join(root, 'examples'), '--format', 'json'];
  await run(process.execPath, [join(root, 'scripts/lib/keep-compiled.mjs'), ...words], { cwd: root, capture: true });
}

const pluginsFor = ({ platform }) => (platform === 'browser' ? [refuseNode] : []);

/** The program of a server's worker as text: it goes into the server's bundle, so that nobody has to find a second file. */
export async function workerProgram(entry, options, base = root) {
  const { build: bundle } = await import('esbuild');
  const { outputFiles } = await bundle({
    ...options,
    sourcemap: false,
    absWorkingDir: base,
    entryPoints: [entry],
    write: false,
    plugins: pluginsFor(options),
  });
  return outputFiles[0].text;
}

/** Builds every bundle whose entry exists; throws when one fails. */
export async function build({ bundlesOf = bundles, base = root } = {}) {
  const esbuild = await import('esbuild');
  const present = bundlesOf.filter(({ entry }) => existsSync(join(base, entry)));
  const builds = await Promise.allSettled(
    present.map(async ({ entry, outfile, worker, ...options }) =>
      esbuild.build({
        ...options,
        ...(worker
          ? { define: { SIMULATION_WORKER: JSON.stringify(await workerProgram(worker, options, base)) } }
          : {}),
        absWorkingDir: base,
        entryPoints: [entry],
        outfile,
        plugins: pluginsFor(options),
      }),
    ),
  );
  const failed = builds.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
  if (failed.length > 0) throw new Missing(failed.join('\n'));
  const files = present.map(({ outfile }) => outfile);
  for (const file of files)
    if (file.endsWith(PROGRAM)) await keepCompiled(resolve(base, file.slice(0, -PROGRAM.length)));
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureDependencies();
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    for (const file of await build()) console.log(file);
  });
}
