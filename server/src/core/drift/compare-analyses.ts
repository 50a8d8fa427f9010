import type { ApiAnalysis } from '../coverage';
import { dataOf, speakersOf } from '../coverage';
import { driftBetween } from './compare';
import { recordsIn } from './record';
import { type RiskChange, riskBetween } from './risk-between';
import type { Drift, Recorded, Records } from './types';

/** What changed between two states of the same files. */
export interface Comparison {
  readonly drifts: readonly Drift[];
  readonly risks: readonly RiskChange[];
}

/**
 * Holds an analysis against one of earlier texts. An API is the same where its file is, else where its title is; its operations
 * are called by the id that it has now.
 */
export function compareAnalyses(old: readonly ApiAnalysis[], fresh: readonly ApiAnalysis[]): Comparison {
  const [before, now] = [old.filter(isOurs), fresh.filter(isOurs)];
  const pairs = pairsOf(before, now);
  const ours = ({ called }: ApiAnalysis) => called === null;
  const idOf = (api: ApiAnalysis) => pairs.get(api)?.id ?? api.id;
  const recordsBefore: Records = new Map(before.filter(ours).flatMap((api) => recordsOf(api, idOf(api))));
  const recordsNow: Records = new Map(now.filter(ours).flatMap((api) => recordsOf(api, api.id)));
  const drifts = driftBetween(recordsBefore, recordsNow);
  const renamed = new Map(drifts.filter(({ what }) => what === 'renamed').map((drift) => [drift.before, drift.key]));
  return { drifts, risks: riskBetween(before, now, { idOf, renamed }) };
}

/** What somebody else serves is not ours to review. */
function isOurs({ called }: ApiAnalysis): boolean {
  return called === null;
}

function recordsOf(api: ApiAnalysis, id: string): [string, Recorded][] {
  const { description, exposure, models } = api;
  const { see } = dataOf(speakersOf(models).map(({ model }) => model)) ?? { see: (operation) => operation };
  return recordsIn({ id, exposure, description, see, at: description.at }).map((recorded) => [recorded.key, recorded]);
}

/** What each API of before is now. */
function pairsOf(before: readonly ApiAnalysis[], now: readonly ApiAnalysis[]): ReadonlyMap<ApiAnalysis, ApiAnalysis> {
  const pairs = new Map<ApiAnalysis, ApiAnalysis>();
  const taken = new Set<ApiAnalysis>();
  const pair = (same: (old: ApiAnalysis, fresh: ApiAnalysis) => boolean) => {
    for (const old of before.filter((api) => !pairs.has(api))) {
      const found = now.filter((fresh) => !taken.has(fresh) && same(old, fresh));
      const [only] = found;
      if (only === undefined || found.length > 1) continue;
      pairs.set(old, only);
      taken.add(only);
    }
  };
  pair((old, fresh) => old.description.uri === fresh.description.uri);
  pair((old, fresh) => old.description.title === fresh.description.title && old.description.title !== '');
  return pairs;
}
