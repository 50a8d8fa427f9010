/** Root keys whose entries can be named elsewhere by their ids. */
export type NamedSection =
  | 'apis'
  | 'environments'
  | 'goals'
  | 'data'
  | 'zones'
  | 'actors'
  | 'components'
  | 'businessFlows'
  | 'threats';

/** A word that a value may be, with what it means. */
export interface Choice {
  readonly name: string;
  readonly doc: string;
}

/**
 * What a value of the language is; the source of the TypeScript types, reading, completion, hover, the JSON Schema and the
 * reference page.
 */
export type ValueType =
  /** A text: any; a day; `90 days`; `70%`; a whole number; anything at all. */
  | { readonly kind: 'text' | 'date' | 'duration' | 'percentage' | 'number' | 'any' }
  /** One of the two small grammars. */
  | { readonly kind: 'where' | 'statement' }
  /** The id of an entry under one of some root keys. */
  | { readonly kind: 'id'; readonly of: readonly NamedSection[] }
  /** A name out of the catalogue: a STRIDE category, a rule, a control, a technique, an OWASP id, the number of a CWE. */
  | { readonly kind: 'category' | 'rule' | 'control' | 'attack' | 'owasp' | 'cwe' }
  /** Something of a description: `Customer` or `store Customer`; `email` or `Order.address`. */
  | { readonly kind: 'schema' | 'field' }
  /** A path from the model's file: a description (may be a glob), a model, a file, or what proves something (a file, `file#text`, an address). */
  | { readonly kind: 'spec' | 'model' | 'file' | 'evidence' }
  /** Five rows of five levels. */
  | { readonly kind: 'matrix' }
  | { readonly kind: 'word'; readonly choices: readonly Choice[] }
  | { readonly kind: 'numbers'; readonly factors: readonly Factor[] }
  | { readonly kind: 'map'; readonly keys: readonly KeyDefinition[]; readonly open?: boolean };

/** One number of a vector such as `8/9/7/8/6`, which may also be written as a map of its factors. */
export interface Factor {
  readonly name: string;
  readonly maximum: number;
  /** What it is where nothing is said, if that is one number. */
  readonly usual?: number;
  readonly doc: string;
}

/** A key of an entry. */
export interface KeyDefinition<Name extends string = string, Type extends ValueType = ValueType> {
  readonly name: Name;
  readonly type: Type;
  /** Whether it takes a list (and so one value as well). */
  readonly many: boolean;
  readonly doc: string;
}

/** The names of keys. */
export type NameOf<Keys extends readonly KeyDefinition[]> = Keys[number]['name'];

/** The words that a key may hold, as a union of literals. */
export type WordOf<Keys extends readonly KeyDefinition[], Name extends string> =
  Extract<Keys[number], { readonly name: Name }> extends KeyDefinition<
    Name,
    { readonly kind: 'word'; readonly choices: readonly (infer One extends Choice)[] }
  >
    ? One['name']
    : never;

/** What the keys of a section are. */
export type EntryName = 'id' | 'flow' | 'statement' | 'rule';

/** A root key: a section of entries, or one value. */
export interface SectionDefinition<
  Name extends string = string,
  Keys extends readonly KeyDefinition[] = readonly KeyDefinition[],
> {
  readonly name: Name;
  readonly doc: string;
  /** The names of its entries, or null where the root key holds one value. */
  readonly entries: EntryName | null;
  /** Keys of an entry (or of the value), the common ones too. */
  readonly keys: Keys;
  /** The key that an entry means when it is a value instead of a map; empty where it must be a map. */
  readonly shorthand: string;
  /** The type where the root key or an entry holds one value. */
  readonly value: KeyDefinition | null;
}

export const TEXT = { kind: 'text' } as const;
export const DATE = { kind: 'date' } as const;
export const WHERE = { kind: 'where' } as const;
export const STATEMENT = { kind: 'statement' } as const;

/** The id of an entry under one of some root keys. */
export function idOf(...of: readonly NamedSection[]): { readonly kind: 'id'; readonly of: readonly NamedSection[] } {
  return { kind: 'id', of };
}

/** A key with one value. */
export function one<const Name extends string, const Type extends ValueType>(
  name: Name,
  type: Type,
  doc: string,
): KeyDefinition<Name, Type> {
  return { name, type, many: false, doc };
}

/** A key with a list, or one value. */
export function many<const Name extends string, const Type extends ValueType>(
  name: Name,
  type: Type,
  doc: string,
): KeyDefinition<Name, Type> {
  return { name, type, many: true, doc };
}

/** A value that is one of some words, each with what it means. */
export function words<const Meanings extends Readonly<Record<string, string>>>(
  meanings: Meanings,
): {
  readonly kind: 'word';
  readonly choices: readonly { readonly name: keyof Meanings & string; readonly doc: string }[];
} {
  return {
    kind: 'word',
    choices: Object.entries(meanings).map(([name, doc]) => ({ name: name as keyof Meanings & string, doc })),
  };
}

/** The words of a table of meanings, in order. */
export function namesOf<const Meanings extends Readonly<Record<string, string>>>(
  meanings: Meanings,
): readonly (keyof Meanings & string)[] {
  return Object.keys(meanings);
}
