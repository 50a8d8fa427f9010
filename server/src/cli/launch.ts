import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** What `cli/program.cjs` is once V8 has compiled it: one function that runs the command line. */
type Program = (require: NodeJS.Require, programUrl: string) => void;

// The command line is compiled from what the build kept of V8's own work, which halves its start. V8 itself refuses what
// another version made, and a missing file costs nothing but that time.
const program = new Script(readFileSync(new URL('./cli/program.cjs', import.meta.url), 'utf8'), {
  filename: 'program.cjs',
  cachedData: compiled(),
});
// A check is over before most of its code has paid for being optimised: V8 is asked to wait six times as long with that. Only
// now, since what was kept was compiled with V8's own setting; and only in Node 20's V8, since later ones have no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');
(program.runInThisContext() as Program)(createRequire(import.meta.url), import.meta.url);

function compiled(): Buffer | undefined {
  try {
    return readFileSync(new URL('./cli/program.cache', import.meta.url));
  } catch {
    return undefined;
  }
}
