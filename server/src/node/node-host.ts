import type { Host } from '../lsp/host';
import { walk } from './folder-walk';
import { readCandidate, readInside } from './read-file';
import { stableName } from './stable-name';

/** The host in Node, for the editor's server process and for `stridewise lsp`. */
export function createNodeHost(): Host {
  return {
    today: () => new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    files: { walk, candidate: readCandidate, read: readInside, stableName },
  };
}
