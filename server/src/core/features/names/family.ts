import type { Analysis } from '../../coverage/types';
import { type Model, type ModelWord, wordsBeside } from '../../model';
import type { Workspace } from '../../workspace';
import { wordsIn } from './model-words';

/**
 * The files that share names with some: those that are read as one model with one of them, as what includes it, what it includes, or
 * what is included beside it. Models that only include the same file do not know each other's names.
 */
function familyOf(analysis: Analysis, uris: Iterable<string>): ReadonlySet<string> {
  const own = [...uris];
  const whole = analysis.models.filter(({ files }) => own.some((uri) => files.has(uri)));
  return new Set(whole.flatMap(({ files }) => [...files]));
}

/** Every word of a model and of its family. */
export function familyWords(workspace: Workspace, analysis: Analysis, model: Model): readonly ModelWord[] {
  return wordsOf(workspace, analysis, familyOf(analysis, [model.uri]));
}

/** The same, and of the families of all files that have such a word: the entry of a file may be changed and named in many. */
export function widerFamilyWords(
  workspace: Workspace,
  analysis: Analysis,
  model: Model,
  isMeant: (word: ModelWord) => boolean,
): readonly ModelWord[] {
  const naming = new Set([model.uri]);
  for (;;) {
    const words = wordsOf(workspace, analysis, familyOf(analysis, naming));
    const before = naming.size;
    for (const word of words) if (isMeant(word)) naming.add(word.at.uri);
    if (naming.size === before) return words;
  }
}

/** Those of files, and of the answers in descriptions that count in a model of one of them. */
function wordsOf(workspace: Workspace, analysis: Analysis, uris: ReadonlySet<string>): readonly ModelWord[] {
  const own = [...uris].sort().flatMap((uri) => wordsIn(workspace, { uri }));
  const beside = analysis.models.filter(({ uri }) => uris.has(uri)).flatMap(wordsBeside);
  return beside.length === 0 ? own : [...own, ...new Map(beside.map((word) => [word.at, word])).values()];
}
