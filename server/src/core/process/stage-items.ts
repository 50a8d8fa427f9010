import type { ProblemCode } from '../model';
import type { ModelProblem } from '../model/types';
import { inWords } from './in-words';
import type { StageInput } from './stage-input';
import type { MissingThing, StageItem } from './types';

/** Something has an id or a place by which it is told. */
export interface Named {
  readonly id: string;
  readonly at: MissingThing['at'];
}

/** A line that is done where there is anything of a kind. */
export function thereIs(things: readonly unknown[], has: string, lacks: string, at: MissingThing['at']): StageItem {
  return things.length > 0
    ? { text: inWords(things.length, has), done: true, missing: [] }
    : { text: lacks, done: false, missing: [{ text: lacks, at }] };
}

/** A line about each of several things: done where none is left, else with their names. Null where there is nothing to speak of. */
export function noneLeft(
  all: readonly unknown[],
  left: readonly Named[],
  words: { readonly done: string; readonly left: string },
): StageItem | null {
  const item = noneOf(all, left, words);
  if (item === null || item.done) return item;
  const shown = left.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = left.length > shown.length ? ', ...' : '';
  return { ...item, text: `${item.text}: ${shown.join(', ')}${more}` };
}

/** The same where what they are called is a sentence. */
export function noneOf(
  all: readonly unknown[],
  left: readonly Named[],
  words: { readonly done: string; readonly left: string },
): StageItem | null {
  if (all.length === 0) return null;
  if (left.length === 0) return { text: words.done, done: true, missing: [] };
  const missing = left.map(({ id, at }) => ({ text: id, at }));
  return { text: inWords(left.length, words.left), done: false, missing };
}

const MOST_NAMED = 4;

/** A line about what is told of the model's files under these codes; null where nothing is. */
export function toldAs(input: StageInput, codes: readonly ProblemCode[], words: string): StageItem | null {
  return told(input, words, ({ code }) => codes.includes(code));
}

function told({ problems }: StageInput, words: string, wanted: (problem: ModelProblem) => boolean): StageItem | null {
  const missing = problems.filter(wanted).map(({ message, at }) => ({ text: message, at }));
  return missing.length === 0 ? null : { text: inWords(missing.length, words), done: false, missing };
}

/** Root keys that a stage of their own looks at; errors under all others are told where the scope is. */
const ELSEWHERE = new Set([
  ...['goals', 'data', 'zones', 'actors', 'flows', 'threats', 'notApplicable', 'rules', 'businessFlows'],
  ...['risk', 'mitigations', 'assumptions'],
]);

/** Errors are what does not read or names nothing that is there: it counts for nothing, so what is written is less than it seems. */
export function unread(input: StageInput, ...sections: readonly string[]): StageItem | null {
  return told(input, '{error keeps|errors keep} something written here from counting', ({ severity, at }) => {
    const section = input.sections.get(at.block) ?? '';
    return severity === 'error' && (sections.length === 0 ? !ELSEWHERE.has(section) : sections.includes(section));
  });
}

export function kept(items: readonly (StageItem | null)[]): readonly StageItem[] {
  return items.filter((item) => item !== null);
}
