// npm start: ranks the threats of a folder and opens it in VS Code with the extension loaded.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { scratchFolder } from './lib/ending.mjs';
import { fromCaller, root } from './lib/paths.mjs';
import { exists, run } from './lib/run.mjs';
import { Missing, main, say } from './lib/say.mjs';
import { ensureVscode, serveVscode } from './lib/vscode.mjs';

const usage = 'Use: npm start [-- [folder] [--no-open]]';

function parse(args) {
  const options = args.filter((arg) => arg.startsWith('-'));
  const unknown = options.find((option) => option !== '--no-open');
  if (unknown) throw new Missing(`Unknown option ${unknown}. ${usage}`);
  const [path, surplus] = args.filter((arg) => !arg.startsWith('-'));
  if (surplus !== undefined) throw new Missing(`One folder can be opened, not also ${surplus}. ${usage}`);
  const folder = path ? fromCaller(path) : join(root, 'examples/shop');
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status?.isDirectory() !== true) throw new Missing(`${folder} ${status ? 'is no folder' : 'does not exist'}.`);
  return { folder, open: options.length === 0 };
}

/** Findings are no failure here: only a check that could not run is. A folder with nothing to check can be opened all the same. */
async function rank(folder, open) {
  const { code } = await run(process.execPath, [join(root, 'dist/cli.mjs'), 'check', folder], { cwd: root });
  if (code > 1 && !open) throw new Missing('The check could not run.');
}

async function hasDesktop() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return Boolean(display) && (await exists('code'));
}

async function openServed(folder) {
  await ensureVscode();
  const { folder: dataFolder } = scratchFolder('stridewise-code-');
  const server = await serveVscode({ dataFolder, testDriver: true });
  console.log(`\nVS Code with Stridewise: ${server.url(folder, [['extensionDevelopmentPath', server.remote(root)]])}`);
  console.log('Ctrl-C ends it.');
  await server.gone;
  throw new Missing('VS Code ended by itself.');
}

await main(async () => {
  const { folder, open } = parse(process.argv.slice(2));
  await ensureDependencies();
  say('Building ...');
  await build();
  await rank(folder, open);
  if (!open) return;
  if (await hasDesktop()) await run('code', [`--extensionDevelopmentPath=${root}`, '--new-window', folder]);
  else await openServed(folder);
});
