/** What a fingerprint is made of: never a line number, nor the model's name of the API. */
export interface FingerprintParts {
  readonly rule: string;
  /** Relative to the repository's root, with `/`. */
  readonly specPath: string;
  /** Empty for a cause. */
  readonly method: string;
  /** The path template; empty for a cause. */
  readonly path: string;
  /** Part of the operation, or the cause. */
  readonly part: string;
}

/** 53-bit hash (the cyrb53 construction) as 14 hex digits: pure, quick and the same on every machine. Not cryptographic. */
export function hashText(text: string, seed = 0): string {
  let first = 0xdeadbeef ^ seed;
  let second = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return (4294967296 * (2097151 & second) + (first >>> 0)).toString(16).padStart(14, '0');
}

/** Names a finding across runs, moved lines, added models and working directories. */
export function fingerprintOf(parts: FingerprintParts): string {
  return hashText([parts.rule, parts.specPath, parts.method, parts.path, parts.part].join('\u0000'));
}
