import type { Host } from '../lsp/host';
import { startWorker } from './start-worker';

/** The host in a web worker: every file comes from the client. */
export function createBrowserHost(): Host {
  return {
    today: () => new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
    turn,
    files: null,
    startWorker,
  };
}

// A message to oneself comes sooner than a timer, which waits four milliseconds once it is nested.
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
