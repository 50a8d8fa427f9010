import type { Place } from '../../text';
import type { Factor, KeyDefinition, NamedSection } from '../schema/schema-types';
import type { Where } from '../types';

/** What a word of a model is. */
export type WordRole =
  /** A root key; the id under which an entry stands; a key of an entry. */
  | 'section'
  | 'id'
  | 'key'
  /** The id of an entry that stands elsewhere, under one of `of`. */
  | 'reference'
  /** Names out of the catalogue. */
  | 'category'
  | 'rule'
  | 'control'
  | 'attack'
  | 'owasp'
  | 'cwe'
  /** Names out of a description. `path` may be a pattern; `field` is `email` or `Order.address`. */
  | 'method'
  | 'path'
  | 'operation'
  | 'tag'
  | 'webhook'
  | 'callback'
  | 'schema'
  | 'scheme'
  | 'part'
  | 'field'
  /** Words of the language: `on`, `and`, `every`, `operation`, ...; signs between words: `->`, `,`, `/`, `#`. */
  | 'keyword'
  | 'operator'
  /** Plain values: one word of several, a number of a vector, a day, a time, a percentage, a file, an address, a text. */
  | 'choice'
  | 'number'
  | 'date'
  | 'duration'
  | 'percentage'
  | 'file'
  | 'url'
  | 'text';

/** A stretch of one of the small grammars; offsets count in the text. */
export interface Token {
  readonly role: WordRole;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly of?: readonly NamedSection[];
  /** The number's part in its vector. */
  readonly factor?: Factor;
}

/** A word of a model, where it stands. */
export interface ModelWord {
  readonly role: WordRole;
  readonly text: string;
  readonly at: Place;
  /** Whether `at` is the word alone; where the scalar is escaped or folded it is the whole scalar. */
  readonly isExact: boolean;
  /** For `reference`: the root keys under which the id is looked for. For a `rule` that may be an id as well: the same. */
  readonly of?: readonly NamedSection[];
  readonly factor?: Factor;
  /** The root key that it stands under, and the entry there; empty where there is none. */
  readonly section: string;
  readonly entry: string;
  /** The key whose name or value it is, where it is one. */
  readonly key: KeyDefinition | null;
  /** The place that it is a word of, where the whole reads as one. */
  readonly where?: Where;
}
