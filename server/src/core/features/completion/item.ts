import type { TextEdit } from '../../text';
import type { Field } from '../snippet';
import type { Style } from './quoting';

/** What an item stands for: editors give each a sign of its own. */
export type ItemKind =
  | 'section'
  | 'entry'
  | 'key'
  | 'choice'
  | 'reference'
  | 'category'
  | 'rule'
  | 'catalogue'
  | 'word'
  | 'operation'
  | 'part'
  | 'file'
  | 'number'
  | 'date'
  | 'text';

/** What an item is explained by, once somebody looks at it: a role of a word and the word. */
export interface About {
  readonly role: string;
  readonly name: string;
}

/** A text that may take the place of a stretch of the value at the cursor, not yet in quotes. */
export interface Candidate {
  readonly label: string;
  readonly kind: ItemKind;
  readonly text: string;
  /** The stretch that it replaces, in the value's text; all of it by default. */
  readonly span?: readonly [start: number, end: number];
  readonly detail?: string;
  /** What typed letters are held against; the label by default. */
  readonly filter?: string;
  readonly about?: About;
  /** More is to be chosen behind it. */
  readonly asks?: boolean;
  /** A number, which loses its meaning in quotes. */
  readonly isNumber?: boolean;
  /** How it is written, where it is no text but keys or a list in brackets. */
  readonly inBrackets?: (style: Style) => Rendered;
}

/** A text with the stretches of it that are to be filled in. */
export interface Rendered {
  readonly text: string;
  readonly fields: readonly Field[];
}

/** A key or an entry with what it begins as. */
export interface Template {
  readonly label: string;
  readonly kind: ItemKind;
  readonly draft: Draft;
  readonly detail?: string;
  readonly filter?: string;
  readonly about?: About;
  readonly asks?: boolean;
}

/** A key with its value, as it is to be written. */
export interface Draft {
  readonly name: string;
  readonly value: DraftValue;
  /** Whether people give it another name. */
  readonly isNamed?: boolean;
}

/** Keys, or one value: a text, to be changed where it is a `field`. */
export type DraftValue =
  | readonly Draft[]
  | {
      readonly text: string;
      readonly field: boolean;
      readonly isNumber?: boolean;
      /** The words that it may be, where these are all. */
      readonly choices?: readonly string[];
      /** Several values, as a list in brackets; `text` is not written then. */
      readonly items?: readonly string[];
    };

/** What completion offers, ready to be inserted. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  readonly detail: string;
  /** Begins with what stands between the start of the edit and the word that is typed. */
  readonly filterText: string;
  readonly edit: TextEdit;
  /** Stretches of the new text to be filled in, in their order. */
  readonly fields: readonly Field[];
  readonly asks: boolean;
  readonly about: About | null;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** There are more than are given: ask again when more is typed. */
  readonly incomplete: boolean;
}
