import { createRequire } from 'node:module';

/**
 * Serves an editor over standard input and output until it says goodbye. The server is a bundle of its own that lies beside
 * this one, so that `check` never pays for it; it starts when it is loaded.
 */
export function lsp(): number {
  createRequire(import.meta.url)('./server.cjs');
  return 0;
}
