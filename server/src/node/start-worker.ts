import { Worker } from 'node:worker_threads';
import type { HostWorker } from '../lsp/host';

/** The worker's program, which the build puts in here; without a build there is none. */
declare const SIMULATION_WORKER: string;

/** A thread for a simulation, or null where the program of one is not there. */
export function startWorker(): HostWorker | null {
  return typeof SIMULATION_WORKER === 'undefined' ? null : workerOf(SIMULATION_WORKER);
}

/** A thread that runs this program. */
export function workerOf(program: string): HostWorker {
  const worker = new Worker(program, { eval: true });
  return {
    post: (work) => worker.postMessage(work),
    listen(hear, fail) {
      worker.on('message', hear);
      worker.once('error', fail);
    },
    terminate: () => void worker.terminate(),
  };
}
