// The linter that we compare with, installed into the user's cache, never into the checkout.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { Missing, say } from '../say.mjs';

const VERSION = '2.77.0';

/** The words after `node` that lint a file with Redocly. */
export async function redocly() {
  const folder = join(cacheFolder, `redocly-${VERSION}`);
  const program = join(folder, 'node_modules/@redocly/cli/bin/cli.js');
  if (!existsSync(program)) {
    say(`Installing @redocly/cli ${VERSION} into ${folder} ...`);
    mkdirSync(folder, { recursive: true });
    // Without a package.json of its own, npm would rewrite the nearest one above.
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
    const words = ['install', `@redocly/cli@${VERSION}`, '--ignore-scripts', '--no-audit', '--no-fund'];
    const { code, output } = await run('npm', words, { cwd: folder, capture: true });
    if (code !== 0) throw new Missing(`@redocly/cli could not be installed:\n${output}`);
  }
  const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return (file) => ({ words: [program, 'lint', file, '--extends=recommended', '--format=json'], cwd: folder, env });
}
