// The dependencies of the checkout, installed when the lockfile changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { exists, run } from './run.mjs';
import { Missing, say } from './say.mjs';

const stampFile = join(root, 'node_modules', '.stridewise-lock');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

function installed() {
  // A link leads to what another checkout has installed: npm would empty that first.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash();
}

/** Says what a fresh machine lacks: Node 20, npm, git. */
export async function checkMachine() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Missing(`Stridewise needs Node 20 or newer; this is Node ${process.versions.node}.`);
  for (const program of ['npm', 'git']) {
    if (!(await exists(npmLike(program)))) throw new Missing(`Stridewise needs ${program}, and it is not on the PATH.`);
  }
}

const npmLike = (program) => (process.platform === 'win32' && program === 'npm' ? 'npm.cmd' : program);

/** Installs what package-lock.json names, unless that is what is there. */
export async function ensureDependencies() {
  await checkMachine();
  if (installed()) return;
  say('Installing dependencies ...');
  // NODE_ENV=production would leave out the tools that build and test.
  const { code, output } = await run(npmLike('npm'), ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    capture: true,
  });
  if (code !== 0) throw new Missing(`npm ci failed:\n${output}`);
  writeFileSync(stampFile, lockHash());
}
