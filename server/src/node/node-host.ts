import type { Host } from '../lsp/host';
import { walk } from './folder-walk';
import { readCandidate, readInside, whyUnread } from './read-file';
import { stableName } from './stable-name';
import { startWorker } from './start-worker';

/** The host in Node, for the editor's server process and for `stridewise lsp`. */
export function createNodeHost(): Host {
  return {
    today: () => new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
    turn,
    files: { walk, candidate: readCandidate, read: readInside, whyUnread, stableName },
    startWorker,
  };
}

/** Rounds of the event loop that a message takes from its bytes to its answer: one that waits is answered within a turn. */
const ROUNDS = 6;

async function turn(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) await new Promise((resolve) => setImmediate(resolve));
}
