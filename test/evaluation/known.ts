/** Flaws that are not found in every version yet. */
export const MISSED: readonly string[] = [
  'eternal-session',
  'reset-by-name',
  'short-code',
  'tenant-in-header',
  'french-secret-returned',
  'writable-role',
  'writable-price',
  'writable-balance',
  'open-profile',
  'any-origin',
  'shell-command',
  'endless-list',
  'batch-of-any-size',
  'any-upload',
  'redeem-without-limit',
  'old-version',
  'trail-can-be-cleared',
];

/** Twins that are taken for flaws in some version. */
export const FLAGGED: readonly string[] = ['endpoint-is-an-id'];
