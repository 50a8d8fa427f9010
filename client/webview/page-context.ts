import type { PageState } from './page-state';

/** What behaviours read and change. */
export interface PageContext {
  readonly state: PageState;
  keep(change: Partial<PageState>): void;
}
