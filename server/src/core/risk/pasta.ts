import type { Case } from '../coverage/appraise';
import { dreadOf, isFounded } from './dread';
import { assumed, type Factor, named } from './factor';
import { operationFacts, shownBy } from './facts';
import { rounded } from './residual';

/**
 * PASTA-style risk, 0-10: the probabilities (0-1) that it is tried and that it works, times the impact (0-10), over the
 * countermeasures (1 for none).
 */
export function pastaScore(threat: number, vulnerability: number, impact: number, countermeasures = 1): number {
  return (threat * vulnerability * impact) / Math.max(1, countermeasures);
}

/** How much of a weakness is believed that the description only fails to rule out. */
const BELIEF_IN_SILENCE = 0.6;
/** How much less is tried where there is nothing to gain. */
const NO_GAIN = 0.2;

/** Probability of an attack, of its success, and the impact. */
export function pastaFactors(item: Case): readonly Factor[] {
  return named(derived(item), item.threat?.pasta ?? null);
}

function derived(item: Case): readonly Factor[] {
  if (!isFounded(item)) {
    return [assumed('threat', 0.5, 1), assumed('vulnerability', 0.5, 1), assumed('impact', 5, 10)];
  }
  const dread = dreadOf(item);
  return [threatFactor(item), vulnerabilityFactor(item, dread), impactFactor(dread)];
}

function threatFactor(item: Case): Factor {
  const { reach, sensitivity, writes } = operationFacts(item);
  const isDull = sensitivity === null && !writes;
  const value = isDull ? rounded(reach.threat - NO_GAIN) : reach.threat;
  const reason = isDull ? `${reach.reason} It only reads, and nothing that is known to be sensitive.` : reach.reason;
  return { name: 'threat', value, maximum: 1, reason, origin: 'facts' };
}

type Five = ReturnType<typeof dreadOf>;

function vulnerabilityFactor(item: Case, [, repeated, exploited, , found]: Five): Factor {
  const mean = (repeated + exploited + found) / 30;
  const told = `The mean of DREAD’s reproducibility, exploitability and discoverability (${repeated}, ${exploited}, ${found} of 10)`;
  const factor = { name: 'vulnerability', maximum: 1, origin: 'facts' } as const;
  if (item.certainty === 'shown') return { ...factor, value: rounded(mean), reason: `${told}; ${shownBy(item)}.` };
  const doubt = `times ${BELIEF_IN_SILENCE}: the description only does not rule it out.`;
  return { ...factor, value: rounded(mean * BELIEF_IN_SILENCE), reason: `${told}, ${doubt}` };
}

function impactFactor([damage, , , affected]: Five): Factor {
  const reason = `The mean of DREAD’s damage and affected (${damage}, ${affected} of 10).`;
  return { name: 'impact', value: rounded((damage + affected) / 2), maximum: 10, reason, origin: 'facts' };
}
