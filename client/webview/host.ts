import type { FromPage } from '../../server/src/protocol';
import { FIRST_STATE, isPageState, type PageState } from './page-state';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Milliseconds for which changes of where one looks are gathered: scrolling and dragging make many. */
const GATHERED = 100;

/** The editor around the page: what is sent to it, and what it keeps for us. */
export class Host {
  readonly #api = acquireVsCodeApi();
  #unkept: PageState | null = null;
  #gathering = false;

  tell(message: FromPage): void {
    this.#api.postMessage(message);
  }

  /** What was kept; from the start where that is nothing of ours. */
  get kept(): PageState {
    const kept = this.#api.getState();
    return isPageState(kept) ? kept : FIRST_STATE;
  }

  /** Keeps a choice at once: the page may be thrown away in the next moment. */
  keep(state: PageState): void {
    this.#unkept = null;
    this.#api.setState(state);
  }

  /** Keeps where somebody looks, now or with what soon follows. */
  keepSoon(state: PageState): void {
    if (this.#gathering) {
      this.#unkept = state;
      return;
    }
    this.keep(state);
    this.#gathering = true;
    setTimeout(() => this.#gathered(), GATHERED);
  }

  #gathered(): void {
    this.#gathering = false;
    if (this.#unkept !== null) this.keepSoon(this.#unkept);
  }
}
