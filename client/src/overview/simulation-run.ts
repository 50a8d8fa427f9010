import { CancellationTokenSource } from 'vscode';
import { SIMULATE, type SimulateParams, type ToPage, type WireSimulation } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';

/** The simulation of a page: one at a time, and what the last one came to. */
export class SimulationRun {
  #running: CancellationTokenSource | null = null;
  #done = 0;
  #last: WireSimulation | null = null;
  #outdated = false;

  constructor(
    private readonly server: ServerControl,
    private readonly tell: (message: ToPage) => void,
  ) {}

  get last(): WireSimulation | null {
    return this.#last;
  }

  /** What a page that has just been loaded has to know. */
  get state(): ToPage[] {
    const state: ToPage[] = [];
    if (this.#last) state.push({ type: 'simulation', simulation: this.#last });
    if (this.#outdated) state.push({ type: 'outdated' });
    if (this.#running) state.push({ type: 'progress', done: this.#done });
    return state;
  }

  async start(): Promise<void> {
    if (this.#running) return;
    const source = new CancellationTokenSource();
    this.#running = source;
    this.#outdated = false;
    this.#tellDone(0);
    const params: SimulateParams = {};
    const result = await this.server.requestLong<WireSimulation>(SIMULATE, params, source.token, (done) =>
      this.#tellDone(done),
    );
    const cancelled = source.token.isCancellationRequested;
    source.dispose();
    this.#running = null;
    if (result === null || cancelled) return this.tell({ type: 'stopped', why: cancelled ? 'cancelled' : 'failed' });
    this.#last = result;
    this.tell({ type: 'simulation', simulation: result });
    if (this.#outdated) this.tell({ type: 'outdated' });
  }

  cancel(): void {
    this.#running?.cancel();
  }

  /** Findings have changed: the last result is of what was before. */
  findingsChanged(): void {
    if (this.#outdated || (this.#last === null && this.#running === null)) return;
    this.#outdated = true;
    this.tell({ type: 'outdated' });
  }

  #tellDone(done: number): void {
    this.#done = done;
    this.tell({ type: 'progress', done });
  }
}
