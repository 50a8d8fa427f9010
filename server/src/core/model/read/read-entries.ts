import type { AnswerSite } from '../../openapi/types';
import type { SectionDefinition } from '../schema/schema-types';
import type { ModelProblem } from '../types';
import type { Below } from './below';
import { type Pair, pairsOf, type RootPair } from './cells';
import { type Entry, readEntry } from './read-entry';
import { MERGE_KEY, twice } from './report';
import { besideProblem, besides } from './traps';

/** What reading the sections of a file goes by, and what comes of it. */
export interface Reading {
  /** What the files below say; null where there can be none. */
  readonly below: Below | null;
  readonly entries: Entry[];
  readonly problems: ModelProblem[];
  /** The answers in a description that are read. */
  readonly site?: AnswerSite;
}

/** Reads the entries of a section. */
export function readEntries(
  root: RootPair,
  section: SectionDefinition,
  { below, entries, problems, site }: Reading,
): void {
  const { value } = root;
  const seen = new Set<string>();
  const keys = new Set(section.entries === 'id' ? section.keys.map((key) => key.name) : []);
  const pairs = root.children ?? pairsOf(value);
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index] as Pair;
    const strayed = besides(pairs, index, keys);
    if (pair.key === '<<' || seen.has(pair.key)) {
      problems.push(pair.key === '<<' ? mergeKey(pair) : duplicate(pair, 'entry'));
      continue;
    }
    seen.add(pair.key);
    const base = below?.find(section.name, pair.key) ?? null;
    const entry = readEntry(pair, section, base, site);
    entries.push(entry);
    problems.push(
      ...(strayed > 0 ? [besideProblem(pair, pairs.slice(index + 1, index + 1 + strayed))] : entry.problems),
    );
    index += strayed;
  }
}

function mergeKey({ keyAt }: Pair): ModelProblem {
  return { code: 'merge-key', message: MERGE_KEY, severity: 'error', at: keyAt };
}

/** Something stands where something of its name does already. */
export function duplicate(pair: Pair, what: 'section' | 'entry'): ModelProblem {
  return {
    code: 'duplicate-key',
    message: twice(pair.key, what),
    severity: 'error',
    at: pair.keyAt,
  };
}
