import type { FromPage } from '../../server/src/protocol';
import { FIRST_STATE, isPageState, type PageState } from './page-state';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Milliseconds for which changes of the state are gathered: scrolling and dragging make many. */
const GATHERED = 100;

/** The editor around the page: what is sent to it, and what it keeps for us. */
export class Host {
  readonly #api = acquireVsCodeApi();
  #unkept: PageState | null = null;

  tell(message: FromPage): void {
    this.#api.postMessage(message);
  }

  /** What was kept; from the start where that is nothing of ours. */
  get kept(): PageState {
    const kept = this.#api.getState();
    return isPageState(kept) ? kept : FIRST_STATE;
  }

  keep(state: PageState): void {
    if (this.#unkept === null) setTimeout(() => this.#keepNow(), GATHERED);
    this.#unkept = state;
  }

  #keepNow(): void {
    if (this.#unkept !== null) this.#api.setState(this.#unkept);
    this.#unkept = null;
  }
}
