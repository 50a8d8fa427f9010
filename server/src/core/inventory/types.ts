import type { Lifecycle, Model } from '../model/types';
import type { ApiDescription } from '../openapi/types';
import type { Exposure } from '../rules/types';
import type { Place } from '../text/types';

/** What somebody should look at in an inventory. */
export interface InventoryNote {
  readonly code:
    | 'unmodelled'
    | 'description-gone'
    | 'deprecated-served'
    | 'retired-served'
    | 'older-version'
    | 'inner-server'
    | 'test-server'
    | 'no-owner'
    | 'never-reviewed'
    | 'review-overdue';
  /** Continues a sentence about the API: `is named by no threat model`. */
  readonly text: string;
}

/** One API: a description, or an entry of a model whose description is gone. */
export interface InventoryRow {
  /** The model's id, else the file's name without endings. */
  readonly id: string;
  readonly title: string;
  /** `info.version`. */
  readonly version: string;
  /** The description's uri; of one that is gone, what the model names. */
  readonly uri: string;
  /** Null where it is gone. */
  readonly description: ApiDescription | null;
  readonly models: readonly Model[];
  /** Empty where no model says. */
  readonly lifecycle: Lifecycle | '';
  readonly exposure: Exposure | '';
  readonly owner: string;
  readonly servers: readonly string[];
  /** Classes of data that its operations take or give, sorted. */
  readonly data: readonly string[];
  readonly operations: number;
  /** How many of them are deprecated. */
  readonly deprecated: number;
  /** The day of the last review, or empty. */
  readonly reviewed: string;
  /** Days since then, or null. */
  readonly age: number | null;
  /** Open threats of level high and critical. */
  readonly urgent: number;
  readonly notes: readonly InventoryNote[];
  readonly at: Place;
}
