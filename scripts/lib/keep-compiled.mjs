// Run as a process of its own: runs the built command line once and keeps what V8 compiled of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const [, , launcher, program, cache, ...words] = process.argv;
const script = new Script(readFileSync(program, 'utf8'), { filename: 'program.cjs' });
process.argv = [process.execPath, launcher, ...words];
// Only now is known which functions a check needs: those alone are kept compiled.
process.on('beforeExit', () => writeFileSync(cache, script.createCachedData()));
script.runInThisContext()(createRequire(import.meta.url), pathToFileURL(launcher).href);
