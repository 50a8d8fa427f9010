/** What a value of the language is; the source of reading, completion, hover, the JSON Schema and the reference page. */
export type ValueType =
  | { readonly kind: 'text' | 'date' | 'duration' | 'percentage' | 'number' | 'where' | 'statement' | 'id' | 'any' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'numbers'; readonly factors: readonly Factor[] }
  | { readonly kind: 'map'; readonly keys: readonly KeyDefinition[]; readonly open?: boolean };

/** One number of a vector such as `8/9/7/8/6`, which may also be written as a map of its factors. */
export interface Factor {
  readonly name: string;
  readonly maximum: number;
  readonly doc: string;
}

/** A key of an entry. */
export interface KeyDefinition {
  readonly name: string;
  readonly type: ValueType;
  /** Whether it takes a list (and so one value as well). */
  readonly many: boolean;
  readonly doc: string;
  /** A vector that may be given as a map of other keys too. */
  readonly orMap?: readonly KeyDefinition[];
}

/** What the keys of a section are. */
export type EntryName = 'id' | 'flow' | 'statement' | 'rule';

/** A root key: a section of entries, or one value. */
export interface SectionDefinition {
  readonly name: string;
  readonly doc: string;
  /** The names of its entries, or null where the root key holds one value. */
  readonly entries: EntryName | null;
  /** Keys of an entry (or of the value). */
  readonly keys: readonly KeyDefinition[];
  /** The key that an entry means when it is a value instead of a map. */
  readonly shorthand: string;
  /** The type where the root key or an entry holds one value. */
  readonly value: KeyDefinition | null;
}

export const TEXT: ValueType = { kind: 'text' };
export const DATE: ValueType = { kind: 'date' };
export const WHERE: ValueType = { kind: 'where' };
export const STATEMENT: ValueType = { kind: 'statement' };
export const ID: ValueType = { kind: 'id' };

/** A key with one value. */
export function one(name: string, type: ValueType, doc: string): KeyDefinition {
  return { name, type, many: false, doc };
}

/** A key with a list, or one value. */
export function many(name: string, type: ValueType, doc: string): KeyDefinition {
  return { name, type, many: true, doc };
}

/** A value that is one of some words. */
export function words(...list: readonly string[]): ValueType {
  return { kind: 'word', words: list };
}
