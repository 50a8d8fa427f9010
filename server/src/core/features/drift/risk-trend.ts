import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import { type Drift, driftWords, type RiskChange, risksSince } from '../../drift';
import { memo } from '../../text';
import { capital } from '../capital';
import { escapeMarkdown } from '../markdown';
import { apisOf, type ModelDrift, modelDrifts } from './model-drift';

/** How the findings stand against the last reviews. */
export interface RiskTrend {
  /** The day of the review; empty where there were several, or the lock does not tell. */
  readonly since: string;
  /** Those of today that are new, or weigh more or less. */
  readonly changed: ReadonlyMap<Finding, FindingTrend>;
  readonly gone: readonly RiskChange[];
}

export interface FindingTrend extends RiskChange {
  readonly drift: ModelDrift;
}

/** Null where no lock says what was open when it was written. */
export const riskTrend: (analysis: Analysis) => RiskTrend | null = memo((analysis) => {
  const reviews = latestFirst(analysis).flatMap((drift) => {
    const changes = risksOf(analysis, drift);
    return changes === null ? [] : [{ drift, changes }];
  });
  if (reviews.length === 0) return null;
  const days = new Set(reviews.map(({ drift }) => dayOf(drift)));
  const [day = ''] = days;
  const seen = new Set<ApiAnalysis>();
  const all = reviews.flatMap(({ drift, changes }) => {
    const apis = apisOf(analysis, drift.model);
    // An API of several models is held against the review that was last.
    const told = new Set(apis.filter((api) => seen.has(api)).flatMap((api) => namesOf(api, drift)));
    for (const api of apis) seen.add(api);
    return changes.filter(({ api }) => !told.has(api)).map((change): FindingTrend => ({ ...change, drift }));
  });
  return {
    since: days.size === 1 ? day : '',
    changed: new Map(all.flatMap((change) => (change.now === null ? [] : [[change.now, change]]))),
    gone: all.filter(({ now }) => now === null),
  };
});

/** What an API is called here, and by a model. */
function namesOf({ id, models }: ApiAnalysis, { model }: ModelDrift): readonly string[] {
  return [id, ...models.flatMap((one) => (one.model === model ? one.id : []))];
}

/** How many findings are new, and so on. */
export interface TrendCounts {
  readonly since: string;
  readonly came: number;
  readonly higher: number;
  readonly lower: number;
  readonly gone: number;
}

/** The figures of a trend, without rules that somebody hides; null where there is none. */
export function trendCounts(analysis: Analysis, hidden: ReadonlySet<string> = new Set()): TrendCounts | null {
  const trend = riskTrend(analysis);
  if (trend === null) return null;
  const words = [...trend.changed.values()].filter(({ now }) => !hidden.has(now?.rule ?? '')).map(trendWord);
  const countOf = (word: string) => words.filter((one) => one === word).length;
  const gone = trend.gone.filter(({ before }) => !hidden.has(before?.rule ?? '')).length;
  return { since: trend.since, came: countOf('new'), higher: countOf('higher'), lower: countOf('lower'), gone };
}

/** The findings of a model's APIs that are new, gone or changed since its review; null where its lock says nothing of them. */
export function risksOf(analysis: Analysis, { model, reading, drifts, records }: ModelDrift): RiskChange[] | null {
  if (reading === null) return null;
  const { entries: locked } = reading.lock;
  return risksSince({ locked, drifts, records }, apisOf(analysis, model));
}

function latestFirst(analysis: Analysis): readonly ModelDrift[] {
  const reviewed = modelDrifts(analysis).filter(({ reading }) => reading !== null);
  return reviewed.sort((one, other) => (dayOf(one) < dayOf(other) ? 1 : dayOf(one) > dayOf(other) ? -1 : 0));
}

function dayOf({ reading }: ModelDrift): string {
  return reading?.lock.reviewed ?? '';
}

/** `new`, `higher` or `lower`; empty for a finding that is as it was. */
export function trendWord({ what, more }: Pick<RiskChange, 'what' | 'more'>): string {
  return what === 'changed' ? (more ? 'higher' : 'lower') : what;
}

/** What has become of a finding since its review, and what changed of its operations, as Markdown. */
export function trendInWords({ drift, ...change }: FindingTrend): string {
  const day = dayOf(drift);
  const since = day === '' ? 'the last review' : `the review of ${day}`;
  const { before, now } = change;
  const figures =
    before === null || now === null ? '' : ` (before: ${before.risk.level} ${before.risk.residual.toFixed(1)})`;
  const changes = now === null ? [] : changesAt(now, drift);
  const why = changes.length === 0 ? NOT_RECORDED : `: ${changes.join('; ')}`;
  return escapeMarkdown(`${capital(trendWord(change))} since ${since}${figures}${why}.`);
}

const NOT_RECORDED =
  '. Nothing that the lock records of it has changed: look for an answer that no longer counts, or settings of the model that are others';

const MOST_TOLD = 3;

/** What changed of a finding's operations, then of their API. */
function changesAt({ operations }: Finding, { drifts, records }: ModelDrift): readonly string[] {
  const api = [...records.values()].find(({ operation }) => operation !== null && operation === operations[0])?.api;
  const touched = ({ kind, key, now }: Drift) =>
    kind === 'api' ? key === api : now?.operation != null && operations.includes(now.operation);
  const told = drifts.filter(touched).sort(byOperationFirst).map(driftWords);
  return told.length > MOST_TOLD ? [...told.slice(0, MOST_TOLD), `${told.length - MOST_TOLD} more changes`] : told;
}

function byOperationFirst(one: Drift, other: Drift): number {
  return Number(one.kind === 'api') - Number(other.kind === 'api');
}
