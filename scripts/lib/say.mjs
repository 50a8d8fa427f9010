// How the scripts speak: progress on stderr, and one plain sentence when something is missing.
import { isInterrupted, undoingAll } from './ending.mjs';

/** A failure that the reader can act on; shown without a stack. */
export class Missing extends Error {}

/** Progress, kept off stdout so that results can be piped. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a script's main function: a Missing is one sentence, anything else keeps its stack; both exit 1. Ctrl-C exits 130. */
export async function main(work) {
  try {
    await undoingAll(work);
  } catch (error) {
    if (isInterrupted()) return;
    say(error instanceof Missing ? error.message : (error.stack ?? String(error)));
    process.exitCode = 1;
  }
}
