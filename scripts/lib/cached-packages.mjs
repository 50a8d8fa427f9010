// Programs from the npm registry, kept in the user's cache and never in the checkout.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';
import { Missing, say } from './say.mjs';

/**
 * Installs packages into a folder of the cache, unless that was done before.
 * @param {{folder: string, what: string, packages: string[], inside?: string}} options `folder` is named after the version;
 *   `what` is told to people; `inside` is a package whose own dependencies are installed too
 * @returns {Promise<void>} Missing where the registry does not give it.
 */
export async function ensureCached({ folder, what, packages, inside }) {
  const stamp = join(cacheFolder, folder, '.complete');
  if (existsSync(stamp)) return;
  say(`Fetching ${what} ...`);
  const base = join(cacheFolder, folder);
  mkdirSync(base, { recursive: true });
  // Without its own package.json npm would walk up and change a stranger's.
  writeFileSync(join(base, 'package.json'), '{"private":true}\n');
  await install(what, packages, base);
  if (inside !== undefined) await install(what, ['--omit=dev'], join(base, 'node_modules', inside));
  writeFileSync(stamp, '');
}

async function install(what, words, cwd) {
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...words];
  const { code, output } = await run('npm', args, { cwd, capture: true });
  if (code !== 0) throw new Missing(`${what} could not be fetched from the npm registry:\n${output}`);
}
