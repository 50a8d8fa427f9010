import type { Path } from './cells';

/** A value that the file does not imply: what is written is a proposal, to be filled in. */
export class Fill {
  constructor(
    readonly value: string | number,
    /** The words that it may be, where these are known. */
    readonly choices: readonly string[] = [],
  ) {}
}

/** A value to be written. */
export type Value = string | number | boolean | null | Fill | readonly Value[] | Members;

export interface Members {
  readonly [key: string]: Value;
}

/** A change of what a file says, whatever it is written in. */
export type Change =
  | {
      /** The entry gets this value; it and mappings on the way to it are made where they are absent. */
      readonly kind: 'set';
      readonly path: Path;
      readonly value: Value;
      /** Stands behind this key where it is there, else behind the last one. */
      readonly after?: string;
    }
  | {
      /** The list gets an item at its end, and is made where it is absent. */
      readonly kind: 'append';
      readonly path: Path;
      readonly value: Value;
    }
  | {
      /** The entry or item goes away. */
      readonly kind: 'remove';
      readonly path: Path;
    }
  | {
      /** The key is written so. */
      readonly kind: 'rename';
      readonly path: Path;
      readonly key: string;
    };

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMembers(value: Value): value is Members {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Fill);
}
