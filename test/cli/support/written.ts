import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandLine, type Ended, stridewise } from '../bundle';

/** What goes wrong in a run: see `faults.mjs`. */
export type Fault =
  | 'full'
  | 'broken'
  | 'killed'
  | 'killedLate'
  | `meanwhile ${string}`
  | 'closed'
  | 'closedAndFull'
  | 'held'
  | 'unlinked';

/** Runs the command line with something that goes wrong when it writes. */
export function faulty(fault: Fault, folder: string, words: readonly string[]): Promise<Ended> {
  const hook = pathToFileURL(resolve('test/cli/support/faults.mjs')).href;
  return stridewise(folder, words, '', { NODE_OPTIONS: `--import ${hook}`, STRIDEWISE_FAULT: fault });
}

/** Runs it as somebody who owns nothing here, since an administrator may write what is read-only. */
export function asNobody(folder: string, words: readonly string[]): { code: number; stderr: string } {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  try {
    execFileSync(process.execPath, [commandLine, ...words], { cwd: folder, stdio: 'pipe', ...nobody });
    return { code: 0, stderr: '' };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer };
    return { code: status, stderr: stderr.toString() };
  }
}

/** Every file of a folder with its text, and what links lead to; what a killed run leaves beside is no file of anybody. */
export function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.git/'));
  const files = names.filter((name) => !/(?:^|\/)\.stridewise-[0-9a-f]+\.part$/.test(name)).sort();
  return Object.fromEntries(files.map((name) => [name, contentOf(join(folder, name))]));
}

function contentOf(path: string): string {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return `-> ${readlinkSync(path)}`;
  return status.isFile() ? readFileSync(path, 'latin1') : '';
}
