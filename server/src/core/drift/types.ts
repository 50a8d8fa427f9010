import type { ApiDescription, Operation } from '../openapi/types';
import type { Place } from '../text/types';

/** What is recorded of one operation, API or component: texts and sorted lists by field. What is empty is left out. */
export type Entry = Readonly<Record<string, string | readonly string[]>>;

/** What a lock's key names. */
export type Kind = 'operation' | 'api' | 'component';

/** A thing of today, with where it stands. */
export interface Recorded {
  /** As a model names it: `store GET /orders/{orderId}`, `store`, `orders-db`. */
  readonly key: string;
  readonly kind: Kind;
  readonly entry: Entry;
  /** Empty for a component. */
  readonly api: string;
  readonly operation: Operation | null;
  readonly at: Place;
}

/** All that is recorded of a model, by key. */
export type Records = ReadonlyMap<string, Recorded>;

/** One entry of a lock, as it was written. */
export interface Locked {
  readonly key: string;
  readonly entry: Entry;
}

/** What a lock file says. */
export interface Lock {
  /** The day on which it was written, or empty. */
  readonly reviewed: string;
  readonly entries: ReadonlyMap<string, Locked>;
}

/** Whether a change leaves more or less to an attacker, as far as it tells. */
export type Direction = 'more' | 'less' | 'other';

/** One thing that changed. */
export interface Change {
  readonly field: string;
  readonly direction: Direction;
  /** Continues a sentence about the thing: `asks for no login any more (before: account)`. */
  readonly text: string;
}

/** A thing that came, went, got another name or changed. */
export interface Drift {
  readonly what: 'added' | 'removed' | 'renamed' | 'changed';
  readonly kind: Kind;
  readonly key: string;
  /** The key that it had before, where that differs. */
  readonly before: string;
  readonly changes: readonly Change[];
  /** What it is now; null for what went. */
  readonly now: Recorded | null;
}

/** An API of a model, as it is recorded. */
export interface RecordedApi {
  readonly id: string;
  readonly exposure: string;
  readonly description: ApiDescription;
  /** The operation as the model sees it: what it says of data counts. */
  see(operation: Operation): Operation;
  readonly at: Place;
}
