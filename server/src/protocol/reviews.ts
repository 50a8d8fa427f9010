/** client -> server: what a review of each model would sign, `null` -> `WireReview[]`. */
export const REVIEWS = 'stridewise/reviews';

export interface WireReview {
  /** The model's uri. */
  readonly model: string;
  /** The day of the last review, `YYYY-MM-DD`, or empty. */
  readonly reviewed: string;
  /** Whether nothing is recorded yet. */
  readonly first: boolean;
  readonly operations: number;
  readonly changes: readonly WireReviewedChange[];
}

export interface WireReviewedChange {
  /** As the model names it: `store GET /orders/{orderId}`. */
  readonly key: string;
  /** What has changed, beginning with the key. */
  readonly text: string;
  /** Whether it leaves more to an attacker. */
  readonly more: boolean;
}

/** client -> server: the edits that mark a model as reviewed, `MarkReviewed` -> `ApplyFix`. */
export const MARK_REVIEWED = 'stridewise/markReviewed';

export interface MarkReviewed {
  readonly model: string;
  /** The one thing to mark; absent for the whole model. */
  readonly key?: string;
}
