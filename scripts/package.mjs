// Packs the extension; fails when it grew beyond what a person wants to download.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Missing, main } from './lib/say.mjs';

const largest = 1_500_000;

/** Builds the bundles and packs them; returns the path of the .vsix. */
export async function packageExtension() {
  await build();
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, 'out', `${name}-${version}.vsix`);
  mkdirSync(join(root, 'out'), { recursive: true });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsix,
  ];
  const { code, output } = await run(process.execPath, args, { cwd: root, capture: true });
  if (code !== 0) throw new Missing(`vsce could not pack the extension:\n${output}`);
  const { size } = statSync(vsix);
  if (size > largest) throw new Missing(`${vsix} has ${size} bytes, more than ${largest}.`);
  return vsix;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureDependencies();
    const vsix = await packageExtension();
    console.log(`${vsix} ${Math.round(statSync(vsix).size / 1000)} kB`);
  });
}
