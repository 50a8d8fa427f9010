import type { ApiAnalysis, Finding } from '../coverage';
import { groupBy } from '../model';
import { LEVELS } from '../model/schema/common';
import { isAboveLine, type OpenRisk, openRisksOf, riskName } from './open-risks';
import { calledAnew } from './renamed-apis';
import { heaviestFirst, type RiskBefore, type RiskChange } from './risk-between';
import type { Drift, Locked, Recorded, Records } from './types';
import { GONE_FIELD } from './write-lock';

/** What a lock knows, and how its operations are called now. */
export interface Since {
  readonly locked: ReadonlyMap<string, Locked>;
  readonly drifts: readonly Drift[];
  readonly records: Records;
}

/**
 * The findings above the line that came, went or weigh more or less than when a lock was written, the heaviest first. Null where
 * the lock does not say what was open, as those do not that are older than this.
 */
export function risksSince({ locked, drifts, records }: Since, analyses: readonly ApiAnalysis[]): RiskChange[] | null {
  if (![...locked.values()].some((one) => openRisksOf(one) !== null)) return null;
  const renamed = drifts.filter(({ what }) => what === 'renamed');
  const apis = renamed.filter(({ kind }) => kind === 'api').map(({ before, key }) => [before, key] as const);
  const known = calledAnew(locked, new Map(apis));
  const before = new Map(renamed.map((drift) => [drift.key, drift.before]));
  const lines = linesNow(known, before, records);
  const seen = new Set<OpenRisk>();
  const changes = analyses.flatMap(({ id, findings }) =>
    findings.filter(isAboveLine).flatMap((finding) => changeOf(finding, lines, seen, id)),
  );
  return heaviestFirst([...changes, ...goneOf(known, seen)]);
}

/** The line of each operation of today; null for a new one. `before`: keys that were others then. */
function linesNow(
  locked: Since['locked'],
  before: ReadonlyMap<string, string>,
  records: Records,
): ReadonlyMap<unknown, Locked | null> {
  const lineOf = ({ key }: Recorded) => {
    const line = locked.get(before.get(key) ?? key);
    return line === undefined || GONE_FIELD in line.entry ? null : line;
  };
  return new Map(
    [...records.values()].flatMap((one) => (one.operation === null ? [] : [[one.operation, lineOf(one)]])),
  );
}

/** Holds a finding against the lines of all its operations: it is new where none of them had it. */
function changeOf(
  finding: Finding,
  lines: ReadonlyMap<unknown, Locked | null>,
  seen: Set<OpenRisk>,
  api: string,
): RiskChange[] {
  const name = riskName(finding);
  const found: OpenRisk[] = [];
  let isTold = true;
  for (const operation of finding.operations) {
    const open = openAt(lines.get(operation));
    isTold &&= open !== null;
    const risk = open?.get(name);
    if (risk !== undefined) found.push(risk);
  }
  for (const risk of found) seen.add(risk);
  const before = worstOf(found);
  if (before === null) return isTold ? [{ what: 'new', more: true, before: null, now: finding, api }] : [];
  const more = rise(before, finding);
  return more === 0 ? [] : [{ what: 'changed', more: more > 0, before: asBefore(before, 1), now: finding, api }];
}

/** Null where nothing says what was open; at a new operation, which has no line, nothing was. */
function openAt(line: Locked | null | undefined): ReadonlyMap<string, OpenRisk> | null {
  if (line === undefined) return null;
  return line === null ? NOTHING : openRisksOf(line);
}

const NOTHING: ReadonlyMap<string, OpenRisk> = new Map();

/** Above 0 where there is more than before: by the level, which every method has, then by the figure as it was written. */
function rise(before: OpenRisk, { risk }: Finding): number {
  const levels = LEVELS.indexOf(risk.level) - LEVELS.indexOf(before.level);
  return levels === 0 ? Number(risk.residual.toFixed(1)) - before.residual : levels;
}

/** What nothing of today is, a shared cause once. */
function goneOf(locked: Since['locked'], seen: ReadonlySet<OpenRisk>): RiskChange[] {
  const left = [...locked.values()].flatMap((line) => leftAt(line, seen));
  if (left.length === 0) return [];
  const here = new Set([...seen].map(({ cause }) => cause));
  const gone = groupBy(
    left.filter(({ cause }) => cause === '' || !here.has(cause)),
    ({ cause, key, name }) => (cause === '' ? `${key}\n${name}` : cause),
  );
  return [...gone.values()].flatMap((risks) => {
    const worst = worstOf(risks);
    if (worst === null) return [];
    const before = asBefore(worst, risks.length);
    return [{ what: 'gone' as const, more: false, before, now: null, api: worst.key.slice(0, worst.key.indexOf(' ')) }];
  });
}

const NONE: readonly OpenRisk[] = [];

function leftAt(line: Locked, seen: ReadonlySet<OpenRisk>): readonly OpenRisk[] {
  const open = openRisksOf(line);
  if (open === null || open.size === 0) return NONE;
  const left = [...open.values()].filter((risk) => !seen.has(risk));
  return left.length === 0 ? NONE : left;
}

function asBefore({ rule, name, key, level, residual }: OpenRisk, operations: number): RiskBefore {
  const rest = operations > 1 ? ` and ${operations - 1} more` : '';
  return { rule, message: `${name} of ${key}${rest}`, risk: { level, residual, rank: residual } };
}

function worstOf(risks: readonly OpenRisk[]): OpenRisk | null {
  return risks.reduce<OpenRisk | null>(
    (worst, risk) => (worst === null || risk.residual > worst.residual ? risk : worst),
    null,
  );
}
