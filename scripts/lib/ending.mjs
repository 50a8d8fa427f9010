// What has to be undone when a script ends, on Ctrl-C in the middle of any step too.
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Milliseconds that a process has to end by itself. */
const patience = 5000;
const undoings = new Set();
let interrupted = false;

/** True once a signal ends the script: what fails now fails because of it, and nothing may be started any more. */
export const isInterrupted = () => interrupted;

/** Remembers what undoes a step; the function that comes back does it now. */
export function atEnd(undo) {
  const once = async () => {
    if (undoings.delete(once)) await undo();
  };
  undoings.add(once);
  return once;
}

/** What is left, the last first. */
async function undoAll() {
  for (const undo of [...undoings].reverse()) await undo().catch(() => undefined);
}

/** Does the work and undoes its steps, at a signal too; a second signal ends the process at once. */
export async function undoingAll(work) {
  for (const signal of signals) {
    process.once(signal, async () => {
      interrupted = true;
      await undoAll();
      process.exit(128 + constants.signals[signal]);
    });
  }
  try {
    await work();
  } finally {
    if (!interrupted) await undoAll();
  }
}

/** A new folder with a function that removes it. */
export function scratchFolder(prefix) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  return { folder, remove: atEnd(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })) };
}

/** Ends a child process, by force if it does not heed. The promise is fulfilled when it is gone. */
export function stopsAtEnd(child) {
  const gone = new Promise((done) => child.once('close', done).once('error', done));
  const stop = atEnd(async () => {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), patience);
    await gone;
    clearTimeout(force);
  });
  // A process that ended by itself leaves nothing to do.
  child.once('close', stop).once('error', stop);
  return { gone, stop };
}
