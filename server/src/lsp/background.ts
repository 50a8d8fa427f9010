import type { Host } from './host';

/** Longest stretch of work between two turns, in milliseconds. */
export const SLICE = 6;
/** Milliseconds after a message in which the next is likely: work waits that long, but not for ever for one who never stops. */
const QUIET = 30;
const PATIENCE = 90;

/** Runs jobs one after the other, in slices, so that a keystroke never waits for a neighbour file. */
export class Background {
  #tail: Promise<void> = Promise.resolve();
  #sliceEnd = 0;
  #lastMessage = Number.NEGATIVE_INFINITY;
  #stopped = false;

  constructor(
    private readonly host: Host,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Queues a job; it calls `pause` between its steps. The promise resolves when it is done, even if it failed. */
  run(job: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(async () => {
      if (this.#stopped) return;
      await this.host.turn();
      this.#sliceEnd = this.host.now() + SLICE;
      await job();
    });
    this.#tail = this.#tail.catch(this.report);
    return this.#tail;
  }

  /** Gives way when the slice is used up; before a step that is long by itself always. */
  async pause(before: 'step' | 'long step' = 'step'): Promise<void> {
    if (before === 'step' && this.host.now() < this.#sliceEnd) return;
    await this.host.turn();
    const patience = this.host.now() + PATIENCE;
    while (this.host.now() < patience && this.#isBusy()) await new Promise((resolve) => setTimeout(resolve, QUIET));
    this.#sliceEnd = this.host.now() + SLICE;
  }

  /** Somebody types, or asks for something. */
  noteMessage(): void {
    this.#lastMessage = this.host.now();
  }

  #isBusy(): boolean {
    return !this.#stopped && this.host.now() - this.#lastMessage < QUIET;
  }

  /** Goes through a computation, giving way between its steps; not to its end where the server stops. */
  async through(steps: Iterator<undefined, unknown>): Promise<void> {
    while (!this.#stopped && !steps.next().done) await this.pause();
  }

  stop(): void {
    this.#stopped = true;
  }

  get stopped(): boolean {
    return this.#stopped;
  }
}
