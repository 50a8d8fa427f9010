import type { AnswerSite } from '../../openapi/types';
import { kindOf, memo } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import { type Cell, isEmpty, type Pair, pairsOf, wholePlaceOf } from '../read/cells';
import { readEntries } from '../read/read-entries';
import type { Entry } from '../read/read-entry';
import { MERGE_KEY, Report, twice } from '../read/report';
import { BESIDE_SECTIONS } from '../schema/sections';
import type { ModelProblem } from '../types';

/** What the answers at one place of a description say. */
export interface SiteReading {
  readonly entries: readonly Entry[];
  /** What of them is not right, by themselves. */
  readonly problems: readonly ModelProblem[];
}

const NAMES = BESIDE_SECTIONS.map(({ name }) => name);

/** Reads answers that stand in a description, by the reader of models. Never throws: what does not read is a problem. */
export const readSite: (site: AnswerSite) => SiteReading = memo((site) => {
  const cell = cellOf(site);
  const report = new Report(site);
  const entries: Entry[] = [];
  const problems: ModelProblem[] = [];
  if (kindOf(cell.block, cell.node) === 'map') {
    const seen = new Set<string>();
    for (const pair of pairsOf(cell)) {
      if (seen.has(pair.key)) report.error('duplicate-key', twice(pair.key, 'section'), pair.keyAt);
      else readKey(pair, { report, entries, problems, site });
      seen.add(pair.key);
    }
  } else if (!isEmpty(cell)) {
    report.error('wrong-type', '`x-stridewise` takes `mitigations` and `notApplicable`', wholePlaceOf(cell));
  }
  return { entries, problems: [...report.problems, ...problems] };
});

interface Reading {
  readonly report: Report;
  readonly entries: Entry[];
  readonly problems: ModelProblem[];
  readonly site: AnswerSite;
}

function readKey(pair: Pair, { report, entries, problems, site }: Reading): void {
  const { key, keyAt, value } = pair;
  const section = BESIDE_SECTIONS.find(({ name }) => name === key);
  if (section !== undefined) {
    if (kindOf(value.block, value.node) === 'map')
      readEntries({ ...pair, children: null }, section, { below: null, entries, problems, site });
    else if (!isEmpty(value))
      report.error('wrong-type', `\`${key}\` takes entries by their names`, wholePlaceOf(value));
  } else if (key === '<<') report.error('merge-key', MERGE_KEY, keyAt);
  else if (!key.startsWith('x-')) {
    const suggestion = nearest(key, NAMES);
    const message = `\`${key}\` is no key of x-stridewise${didYouMean(suggestion)}: beside what they answer stand \`mitigations\` and \`notApplicable\`, all else stands in a model`;
    report.warn('unknown-key', message, keyAt, suggestion);
  }
}

/** The value of answers in a description. */
export function cellOf({ at, block, node }: AnswerSite): Cell {
  return { uri: at.uri, block, node };
}
