// The linter that we compare with, installed into the user's cache, never into the checkout.
import { join } from 'node:path';
import { ensureCached } from '../cached-packages.mjs';
import { cacheFolder } from '../paths.mjs';

const VERSION = '2.77.0';

/** The words after `node` that lint a file with Redocly. */
export async function redocly() {
  const folder = `redocly-${VERSION}`;
  await ensureCached({ folder, what: `@redocly/cli ${VERSION}`, packages: [`@redocly/cli@${VERSION}`] });
  const cwd = join(cacheFolder, folder);
  const program = join(cwd, 'node_modules/@redocly/cli/bin/cli.js');
  const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return (file) => ({ words: [program, 'lint', file, '--extends=recommended', '--format=json'], cwd, env });
}
