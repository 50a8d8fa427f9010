import { isAbove } from '../../coverage';
import type { Analysis, ApiAnalysis } from '../../coverage/types';
import type { Level } from '../../model/types';
import { isAboveLine } from './above-line';
import { questionCountOf } from './question-count';

/** What is open above the line in a file: one at least. */
export interface FileStanding {
  readonly above: number;
  /** The worst of them. */
  readonly level: Level;
}

/** Files in which something is open above the line, and models of such APIs; without the rules whose findings are hidden. */
export function fileStandings(analysis: Analysis, hidden: ReadonlySet<string>): ReadonlyMap<string, FileStanding> {
  const all = new Map<string, FileStanding>();
  for (const api of analysis.apis) {
    const own = standingsOf(api, hidden);
    for (const [uri, standing] of own) add(all, uri, standing);
    for (const { model } of api.models) for (const standing of own.values()) add(all, model.uri, standing);
  }
  return all;
}

interface Kept {
  readonly hidden: ReadonlySet<string>;
  readonly standings: ReadonlyMap<string, FileStanding>;
}

const kept = new WeakMap<ApiAnalysis, Kept>();

function standingsOf(api: ApiAnalysis, hidden: ReadonlySet<string>): ReadonlyMap<string, FileStanding> {
  const known = kept.get(api);
  if (known !== undefined && known.hidden === hidden) return known.standings;
  const standings = new Map<string, FileStanding>();
  for (const finding of api.findings) {
    if (!isAboveLine(finding) || hidden.has(finding.rule)) continue;
    add(standings, finding.at.uri, { above: 1, level: finding.risk.level });
  }
  kept.set(api, { hidden, standings });
  return standings;
}

function add(all: Map<string, FileStanding>, uri: string, { above, level }: FileStanding): void {
  const before = all.get(uri);
  const sum = before && { above: before.above + above, level: isAbove(level, before.level) ? level : before.level };
  all.set(uri, sum ?? { above, level });
}

/** How far a description, or all those of a model, are answered. */
export interface FileCoverage {
  readonly questions: number;
  readonly answered: number;
  /** Open findings above the line. */
  readonly above: number;
}

/** Of a file that is a description or a model; null for others. */
export function fileCoverage(analysis: Analysis, uri: string, hidden: ReadonlySet<string>): FileCoverage | null {
  const apis = analysis.apis.filter(
    ({ description, models }) => description.uri === uri || models.some(({ model }) => model.uri === uri),
  );
  if (apis.length === 0) return null;
  const counts = apis.map(questionCountOf);
  const above = apis.flatMap((api) => [...standingsOf(api, hidden).values()]);
  return {
    questions: counts.reduce((sum, { asked }) => sum + asked, 0),
    answered: counts.reduce((sum, { answered }) => sum + answered, 0),
    above: above.reduce((sum, one) => sum + one.above, 0),
  };
}
