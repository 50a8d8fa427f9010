import type { ApiAnalysis, Finding } from '../coverage';
import type { Level } from '../model/types';
import { memo } from '../text';
import { listIn } from './entry';
import type { Locked, Recorded, Records } from './types';
import { GONE_FIELD } from './write-lock';

/** The field of an operation's line that says which findings were open there; lines of older locks have none. */
export const OPEN_FIELD = 'open';

/** A finding that was open at an operation when it was reviewed. */
export interface OpenRisk {
  /** The key of the operation. */
  readonly key: string;
  readonly rule: string;
  /** The rule, the written threat and the part: what names it among the findings of its operation. */
  readonly name: string;
  readonly level: Level;
  readonly residual: number;
  /** What the operations of one shared cause have in common; empty where it was alone. */
  readonly cause: string;
}

/** Whether somebody has to act on it: it is open, shown and above the line. What nobody has answered yet is a question, and no risk. */
export function isAboveLine({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean {
  return rule !== 'unanswered' && (severity === 'error' || severity === 'warning');
}

/** Names a finding among those of one operation. */
export const riskName = memo(({ rule, threat, part }: Finding): string =>
  [rule, threat === null ? '' : `#${threat.id}`, part].filter((word) => word !== '').join(' '),
);

/** Records with the open findings of each operation, as a lock keeps them: `sql-injection query.sort: high 7.4`. */
export function withOpenRisks(records: Records, apis: readonly ApiAnalysis[]): Records {
  const open = new Map<unknown, string[]>();
  for (const finding of apis.flatMap(({ findings }) => findings).filter(isAboveLine)) {
    const cause = finding.members.length > 1 ? ` ${finding.fingerprint}` : '';
    for (const { operation, appraisal } of finding.members) {
      const { level, residual } = appraisal.risk;
      const list = open.get(operation) ?? [];
      open.set(operation, list);
      list.push(`${riskName(finding)}: ${level} ${residual.toFixed(1)}${cause}`);
    }
  }
  const withOpen = (one: Recorded): Recorded =>
    one.operation === null
      ? one
      : { ...one, entry: { ...one.entry, [OPEN_FIELD]: (open.get(one.operation) ?? []).sort() } };
  return new Map([...records].map(([key, one]) => [key, withOpen(one)]));
}

const SAID = /^(.+): (note|low|medium|high|critical) (\d{1,2}\.\d)(?: ([0-9a-f]{14}))?$/s;

/** What was open at an operation, by name; null where its line does not say. */
export const openRisksOf = memo((locked: Locked): ReadonlyMap<string, OpenRisk> | null => {
  const { key, entry } = locked;
  if (!(OPEN_FIELD in entry) || GONE_FIELD in entry) return null;
  return new Map(
    listIn(entry, OPEN_FIELD).flatMap((text): [string, OpenRisk][] => {
      const [, name, level, residual, cause = ''] = SAID.exec(text) ?? [];
      if (name === undefined) return [];
      const [rule = ''] = name.split(' ');
      return [[name, { key, rule, name, level: level as Level, residual: Number(residual), cause }]];
    }),
  );
});
