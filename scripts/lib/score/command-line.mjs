// The command line as measurements run it: built for them alone, so that a build or an edit beside them changes nothing.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, commandLineIn } from '../../build.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { scratchFolder } from '../ending.mjs';
import { root } from '../paths.mjs';
import { run } from '../run.mjs';
import { Missing } from '../say.mjs';

/** Builds it and gives `check(file)`: the JSON report of one description, checked in its own folder. */
export async function commandLine() {
  await ensureDependencies();
  const { folder } = scratchFolder('stridewise-measured-');
  await build({ bundlesOf: commandLineIn(folder), base: root });
  return async function check(file) {
    const output = join(folder, 'findings.json');
    const words = [join(folder, 'cli.mjs'), 'check', basename(file), '--format', 'json', '--output', output];
    const ended = await run(process.execPath, words, { cwd: dirname(file), capture: true });
    if (ended.code > 1 || !existsSync(output)) throw new Missing(`${file} was not checked:\n${ended.output}`);
    return JSON.parse(readFileSync(output, 'utf8'));
  };
}
