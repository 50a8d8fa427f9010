import { groupBy } from '../bind/group-by';
import type { Model, ModelProblem, Repair } from '../types';
import type { ModelWord, WordRole } from '../words/word';
import type { KnownWords } from './known-words';

/** What the checks of a model read. */
export interface CheckInput {
  readonly model: Model;
  /** The words of its own file; included files are checked where they are models themselves. */
  readonly words: WordIndex;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  readonly known: KnownWords;
  /** Ids of the APIs that a pattern of the model names, where each has its own. */
  readonly apiIds: ReadonlySet<string>;
}

export type Check = (input: CheckInput) => readonly ModelProblem[];

/** The words of a file by what they are. */
export class WordIndex {
  private readonly byRole: ReadonlyMap<string, readonly ModelWord[]>;

  constructor(words: readonly ModelWord[]) {
    this.byRole = groupBy(words, ({ role }) => role);
  }

  of(role: WordRole): readonly ModelWord[] {
    return this.byRole.get(role) ?? [];
  }
}

/** The repair that writes another word, where the place is the word alone. */
export function writing(word: ModelWord, suggestion: string | undefined): { readonly fix?: Repair } {
  if (suggestion === undefined || !word.isExact) return {};
  return { fix: { title: `Write \`${suggestion}\``, newText: suggestion } };
}
