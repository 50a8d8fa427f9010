import type { Case } from '../coverage/appraise';
import type { Dread } from '../rules/types';
import { assumed, type Factor } from './factor';

/** Where nobody gives a figure. */
export const UNKNOWN_DREAD: Dread = [5, 5, 5, 5, 5];
const NAMES = ['damage', 'reproducibility', 'exploitability', 'affected', 'discoverability'] as const;
const DISCOVERABILITY = 4;
const HIGHEST = 10;

/** Whether figures can be derived: from a rule, or from the five numbers that somebody gave. */
export function isFounded({ rule, threat }: Case): boolean {
  return rule !== null || (threat?.dread ?? null) !== null;
}

/** Mean of the five factors, 0-10. */
export function dreadScore(dread: Dread): number {
  return (dread[0] + dread[1] + dread[2] + dread[3] + dread[4]) / NAMES.length;
}

/** The factors that a person named, over the defaults for the rest. */
export function mergeDread(given: readonly (number | null)[], defaults: Dread): Dread {
  const factor = (index: 0 | 1 | 2 | 3 | 4) => given[index] ?? defaults[index];
  return [factor(0), factor(1), factor(2), factor(3), factor(4)];
}

/** The five numbers of a case: a person's, else what the operation shows, else the rule's. */
export function dreadOf({ rule, evidence, threat, settings }: Case): Dread {
  const base = evidence?.dread?.factors ?? rule?.dread ?? UNKNOWN_DREAD;
  const given = threat?.dread ?? null;
  const dread = given === null ? base : mergeDread(given, base);
  if (settings.discoverability === 'derived') return dread;
  return [dread[0], dread[1], dread[2], dread[3], HIGHEST];
}

/** The same with their reasons. */
export function dreadFactors(item: Case): readonly Factor[] {
  return dreadOf(item).map((value, index) => factorOf(item, index, value));
}

function factorOf({ rule, evidence, threat, settings }: Case, index: number, value: number): Factor {
  const name = NAMES[index] ?? '';
  const factor = { name, value, maximum: HIGHEST };
  if (index === DISCOVERABILITY && settings.discoverability === 'fixed') {
    const reason = 'The threat model counts it as 10 everywhere: that something is hidden is no control.';
    return { ...factor, reason, origin: 'model' };
  }
  if ((threat?.dread?.[index] ?? null) !== null) {
    return { ...factor, reason: 'The threat model says so.', origin: 'model' };
  }
  if (rule === null) return assumed(name, value, HIGHEST);
  const usual = rule.dreadReasons[index] ?? '';
  const changed = evidence?.dread;
  if (changed === undefined || changed.factors[index] === rule.dread[index]) {
    return { ...factor, reason: usual, origin: 'rule' };
  }
  return { ...factor, reason: `${usual} Changed here: ${changed.reason}`.trim(), origin: 'facts' };
}
