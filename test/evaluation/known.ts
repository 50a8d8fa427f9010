/** Flaws that are not found in every version yet. */
export const MISSED: readonly string[] = [];

/** Twins that are taken for flaws in some version. */
export const FLAGGED: readonly string[] = [];
