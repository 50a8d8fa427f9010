import type { Severity } from '../coverage/types';
import type { Strategy } from '../rules/types';
import type { Position, Range, TextEdit } from '../text';

export interface RelatedPlace {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** What an editor shows at a place. */
export interface Diagnostic {
  readonly range: Range;
  readonly severity: Severity;
  /** A rule's id, `unanswered`, `written-threat`, or the code of a problem. */
  readonly code: string;
  readonly message: string;
  readonly tags: readonly 'deprecated'[];
  readonly related: readonly RelatedPlace[];
  readonly data?: { readonly finding: string };
}

export interface FileEdit {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
  /** The whole text of a file that is not there yet. */
  readonly create?: string;
}

/** A change that a person can choose. */
export interface Fix {
  readonly title: string;
  /** `fixAll`: several at once, when somebody saves or asks for it; `move`: an answer that comes to stand elsewhere. */
  readonly kind: 'quickfix' | 'fixAll' | 'move';
  /** Codes of the diagnostics that it is for. */
  readonly diagnostics: readonly string[];
  readonly edits: readonly FileEdit[];
  /** Where to go on typing. */
  readonly cursor?: { readonly uri: string; readonly position: Position };
  /** The values to fill in, in the text after the only edit. */
  readonly fields?: readonly Range[];
  readonly preferred: boolean;
  /** Why it cannot be made as the file is written; it has no edits then. */
  readonly refused?: string;
  /** It changes several files or many places: they are shown before. */
  readonly confirm?: true;
  /** What to think of before it is made, where it is shown before. */
  readonly notice?: string;
  /** The strategy of the answer that it inserts. */
  readonly strategy?: Strategy;
}
