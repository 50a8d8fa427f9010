import { fileName } from '../include/file-name';
import { LEVELS } from '../schema/common';
import type { ModelProblem, Placed } from '../types';
import type { Entry } from './read-entry';
import type { Layer } from './read-layer';
import { NO_RISK_WORDS, type RiskWords, riskOver } from './read-risk';

/** A layer that a file includes, and where it says so. */
export interface Included {
  readonly layer: Layer;
  readonly include: Placed;
}

/** What the files below a model say together. */
export interface Below {
  /** The entry of a section that has this key, or null. */
  find(section: string, key: string): Entry | null;
  /** Every entry but those that some of `own` change. */
  without(own: readonly Entry[]): readonly Entry[];
  /** The strictest line of those that draw one; of the rest what the first says that says it. */
  readonly risk: RiskWords;
}

const NOTHING: Below = { find: () => null, without: () => [], risk: NO_RISK_WORDS };
/** Sections whose entries may stand in several files: they say the same thing or add up. */
const ADD_UP: ReadonlySet<string> = new Set(['flows', 'notApplicable']);
const MOST_NAMED = 3;

/** Brings included layers together; an id that two of them have is a problem, and the first counts. */
export function gather(uri: string, included: readonly Included[], problems: ModelProblem[]): Below {
  if (included.length === 0) return NOTHING;
  const entries = new Map<string, Entry>();
  for (const one of included) addLayer(uri, one, entries, problems);
  const lines = included.flatMap(({ layer }) => layer.risk.acceptable ?? []);
  const risk = included.map(({ layer }) => layer.risk).reduce(riskOver, NO_RISK_WORDS);
  return {
    find: (section, key) => entries.get(`${section} ${key}`) ?? null,
    without: (own) => {
      const changed = new Set(own.map(({ base }) => base));
      return [...entries.values()].filter((entry) => !changed.has(entry));
    },
    risk: { ...risk, acceptable: LEVELS.find((level) => lines.includes(level)) ?? null },
  };
}

function addLayer(
  uri: string,
  { layer, include }: Included,
  entries: Map<string, Entry>,
  problems: ModelProblem[],
): void {
  const named = new Map([...entries.values()].map((entry) => [entry.name, entry]));
  const clashes: Clash[] = [];
  for (const entry of layer.entries) {
    const id = `${entry.kind} ${entry.key}`;
    const first = entries.get(id) ?? (entry.name === '' ? undefined : named.get(entry.name));
    if (first === undefined || isDerived(entry, first)) entries.set(id, entry);
    else if (!isDerived(first, entry) && !ADD_UP.has(entry.kind)) clashes.push({ first, second: entry });
  }
  if (clashes.length > 0) problems.push(clashProblem(uri, include, clashes));
}

interface Clash {
  readonly first: Entry;
  readonly second: Entry;
}

function clashProblem(uri: string, { at }: Placed, clashes: readonly Clash[]): ModelProblem {
  const ids = clashes.map(({ second }) => `\`${second.key}\``);
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  const names = `${ids.slice(0, MOST_NAMED).join(', ')}${more} ${ids.length > 1 ? 'stand' : 'stands'}`;
  const files = [clashes[0]?.first, clashes[0]?.second]
    .map((entry) => fileName(entry?.at.uri ?? uri, uri))
    .join(' and in ');
  const message =
    `${names} in ${files}: an id names one thing, so the first counts. ` +
    'Rename one of them, or let one file include the other';
  return { code: 'include-conflict', message, severity: 'error', at };
}

/** Whether an entry is the other one, or one with some of its keys changed. */
function isDerived(entry: Entry, from: Entry): boolean {
  for (let at: Entry | null = entry; at !== null; at = at.base) if (at === from) return true;
  return false;
}
