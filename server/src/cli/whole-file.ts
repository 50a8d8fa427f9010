import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf } from '../node/code-of';

/**
 * Gives a file its content whole or leaves it as it was, also where the disk is full or the process is killed: what is new is
 * written beside it and moved into its place. Who it belongs to, who may read it and links to it stay. `ask` comes right before
 * and may throw. Throws what node:fs does.
 */
export function replaceFile(file: string, content: string | Buffer, ask: () => void = () => undefined): void {
  const known = statSync(file, { throwIfNoEntry: false });
  // A pipe or a terminal has no place that something could be moved to.
  if (known !== undefined && !known.isFile()) {
    writeFileSync(file, content);
    return;
  }
  const target = known === undefined ? aimOf(file) : realpathSync(file);
  // A file that may not be written could still be moved over.
  if (known !== undefined) accessSync(target, constants.W_OK);
  const beside = besideOf(target);
  try {
    writeNew(beside, content, known);
    ask();
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    if (known === undefined || !isFixed(error)) throw error;
    ask();
    writeInPlace(target, content);
  }
}

/** Makes a file that does not exist, whole or not at all; false where something is there. Throws what node:fs does. */
export function createFile(file: string, content: string): boolean {
  const isThere = () => lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  if (isThere()) return false;
  const beside = besideOf(file);
  try {
    writeNew(beside, content);
    // Moving it there would take the place of what came meanwhile.
    linkSync(beside, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!HAS_NO_LINKS.has(codeOf(error)) || lstatSync(beside, { throwIfNoEntry: false }) === undefined) throw error;
    if (isThere()) return false;
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
  return true;
}

/** What file systems without hard links answer. */
const HAS_NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/** A folder where nothing may be made, or a file that something else holds in its place, can still take other content. */
function isFixed(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV'].includes(codeOf(error));
}

/** Where a link that leads to nothing yet leads. */
function aimOf(file: string): string {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? resolve(dirname(file), readlinkSync(file)) : file;
}

/** A name that nobody has, and that is no description's or model's. */
function besideOf(file: string): string {
  return join(dirname(file), `.stridewise-${randomBytes(6).toString('hex')}.part`);
}

/** Writes a file that does not exist through to the disk; `like` another one. */
function writeNew(file: string, content: string | Buffer, like?: Stats): void {
  const descriptor = openSync(file, 'wx');
  try {
    writeFileSync(descriptor, content);
    if (like !== undefined) makeAlike(descriptor, like);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function makeAlike(descriptor: number, { mode, uid, gid }: Stats): void {
  const own = fstatSync(descriptor);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(descriptor, uid, gid);
    } catch {
      // Only an administrator gives files away.
    }
  }
  fchmodSync(descriptor, mode);
}

/** Grows first: where the disk is full, nothing has been written over yet. */
function writeInPlace(file: string, content: string | Buffer): void {
  const bytes = Buffer.from(content);
  const descriptor = openSync(file, 'r+');
  try {
    const { size } = fstatSync(descriptor);
    try {
      writeAt(descriptor, bytes, size, bytes.length);
    } catch (error) {
      ftruncateSync(descriptor, size);
      throw error;
    }
    writeAt(descriptor, bytes, 0, Math.min(size, bytes.length));
    ftruncateSync(descriptor, bytes.length);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes the bytes from one place to another where they belong. */
function writeAt(descriptor: number, bytes: Buffer, from: number, to: number): void {
  for (let at = from; at < to; ) at += writeSync(descriptor, bytes, at, to - at, at);
}
