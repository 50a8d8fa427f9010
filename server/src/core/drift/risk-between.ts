import type { ApiAnalysis, Finding } from '../coverage';
import { keysOf } from './keys';
import { isAboveLine } from './open-risks';

/** A finding of before, as far as it is known: a lock has its place, its name and its figure. */
export type RiskBefore = Pick<Finding, 'rule' | 'message'> &
  Partial<Pick<Finding, 'state' | 'fingerprint' | 'operations'>> & {
    readonly risk: Pick<Finding['risk'], 'level' | 'residual' | 'rank'>;
  };

/** A finding that somebody has to act on now or had to before: it is open, shown and above the line. */
export interface RiskChange {
  readonly what: 'new' | 'gone' | 'changed';
  /** Whether there is more risk than before. */
  readonly more: boolean;
  readonly before: RiskBefore | null;
  readonly now: Finding | null;
  /** The id of its API now. */
  readonly api: string;
}

/** How things of before are called now. */
export interface Names {
  idOf(api: ApiAnalysis): string;
  /** Keys of operations of before, where they are others now. */
  readonly renamed: ReadonlyMap<string, string>;
}

interface Placed {
  readonly finding: Finding;
  readonly api: string;
  /** Names it where its file or operation got another name: with its part at each operation, then what several share without. */
  readonly names: readonly string[];
}

/** Figures move by less than this when only words do. */
const NOTICEABLE = 0.05;

/** The findings above the line that came, went or weigh more or less than before, the heaviest first. */
export function riskBetween(before: readonly ApiAnalysis[], now: readonly ApiAnalysis[], names: Names): RiskChange[] {
  const old = before.flatMap((api) => placedIn(api, names.idOf(api), names.renamed));
  const fresh = now.flatMap((api) => placedIn(api, api.id, new Map()));
  const byPrint = new Map(old.map((one) => [one.finding.fingerprint, one]));
  // What comes first keeps a name that several have.
  const byName = new Map(old.flatMap((one) => one.names.map((name) => [name, one] as const)).reverse());
  const left = new Set(old);
  const changes: RiskChange[] = [];
  const same = new Set(fresh.flatMap(({ finding }) => byPrint.get(finding.fingerprint) ?? []));
  for (const { finding, api, names: called } of fresh) {
    const isFree = (one: Placed) => left.has(one) && !same.has(one);
    const known = byPrint.get(finding.fingerprint) ?? called.flatMap((name) => byName.get(name) ?? []).find(isFree);
    if (known !== undefined) left.delete(known);
    const change = changeOf(known?.finding ?? null, finding, api);
    if (change !== null) changes.push(change);
  }
  for (const { finding, api } of left) {
    if (isAboveLine(finding)) changes.push({ what: 'gone', more: false, before: finding, now: null, api });
  }
  return heaviestFirst(changes);
}

function placedIn(api: ApiAnalysis, id: string, renamed: ReadonlyMap<string, string>): Placed[] {
  const keys = keysOf(api.description.operations, id);
  return api.findings
    .filter(({ rule }) => rule !== 'unanswered')
    .map((finding) => {
      const all = finding.operations.map((one) => keys.get(one) ?? id);
      const places = (all.length === 0 ? [id] : all).map((key) => renamed.get(key) ?? key);
      const what = `${finding.rule} ${finding.threat?.id ?? ''}`;
      const shared = places.length > 1 ? places : [];
      const called = [
        ...places.map((place) => `${what} ${finding.part} ${place}`),
        ...shared.map((place) => `${what} shared ${place}`),
      ];
      return { finding, api: id, names: called };
    });
}

function changeOf(before: Finding | null, now: Finding, api: string): RiskChange | null {
  const [was, is] = [before !== null && isAboveLine(before), isAboveLine(now)];
  if (is && !was) return { what: 'new', more: true, before, now, api };
  if (was && !is) return { what: 'gone', more: false, before, now, api };
  if (!is || before === null) return null;
  const rise = now.risk.rank - before.risk.rank;
  return Math.abs(rise) < NOTICEABLE ? null : { what: 'changed', more: rise > 0, before, now, api };
}

/** Sorts changes in place. */
export function heaviestFirst(changes: RiskChange[]): RiskChange[] {
  return changes.sort((one, other) => weightOf(other) - weightOf(one));
}

function weightOf({ now, before }: RiskChange): number {
  return (now ?? before)?.risk.rank ?? 0;
}
