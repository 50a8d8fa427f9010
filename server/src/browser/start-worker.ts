import type { HostWorker } from '../lsp/host';
import type { News } from '../lsp/simulation-work';

/** The worker's program, which the build puts in here; without a build there is none. */
declare const SIMULATION_WORKER: string;

/** A worker for a simulation, or null where the page forbids one or the program is not there. */
export function startWorker(): HostWorker | null {
  if (typeof SIMULATION_WORKER === 'undefined') return null;
  // Its program comes with ours: a file of its own would have to be found from another origin.
  const address = URL.createObjectURL(new Blob([SIMULATION_WORKER], { type: 'text/javascript' }));
  try {
    return portOf(new Worker(address));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function portOf(worker: Worker): HostWorker {
  return {
    post: (work) => worker.postMessage(work),
    listen(hear, fail) {
      worker.onmessage = ({ data }: MessageEvent<News>) => hear(data);
      worker.onerror = fail;
    },
    terminate: () => worker.terminate(),
  };
}
