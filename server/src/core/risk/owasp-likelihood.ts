import type { Case } from '../coverage/appraise';
import { categoriesOf } from '../coverage/items';
import { isInPlace } from '../model';
import type { Factor, Origin } from './factor';
import { type OperationFacts, shownBy } from './facts';

/** The upper end of every scale of the OWASP Risk Rating. */
export const NINE = 9;

/** Skill, motive, opportunity and size of the attackers, from who can reach the operation and what it handles. */
export function agentFactors({ reach, sensitivity, writes }: OperationFacts): readonly Factor[] {
  const [motive, why] = motiveOf(sensitivity, writes);
  return [
    fact('skill', 6, 'Whoever calls an API can program.'),
    fact('motive', motive, why),
    fact('opportunity', reach.opportunity, reach.reason),
    fact('size', reach.size, reach.reason),
  ];
}

function motiveOf(sensitivity: OperationFacts['sensitivity'], writes: boolean): readonly [number, string] {
  if (sensitivity === 'grave') return [9, 'It handles secrets, cards or special categories of data: much to gain.'];
  if (sensitivity === 'personal') return [6, 'It handles personal or financial data: something to gain.'];
  if (sensitivity === 'business') return [6, 'It handles what a business keeps to itself: something to gain.'];
  return writes
    ? [4, 'It changes something, and handles no data that is known to be sensitive.']
    : [1, 'It only reads, and nothing that is known to be sensitive.'];
}

/** Ease of discovery and of exploit from DREAD's factors, how well it is known, and whether anybody would see it. */
export function vulnerabilityFactors(item: Case, dread: readonly Factor[]): readonly Factor[] {
  return [
    scaled('discovery', dread[4]),
    scaled('exploit', dread[2]),
    fact('awareness', ...awarenessOf(item)),
    fact('detection', ...detectionOf(item)),
  ];
}

function awarenessOf(item: Case): readonly [number, string] {
  const { rule, threat, certainty } = item;
  const isListed = (rule?.owasp ?? threat?.owasp ?? []).length > 0 || (threat?.cwe ?? []).length > 0;
  if (!isListed) return [4, 'It is of no kind that a public list names.'];
  return certainty === 'shown'
    ? [9, `Public lists name its kind, and ${shownBy(item)}.`]
    : [6, 'Public lists name its kind; the description does not show it.'];
}

function detectionOf({ rule, threat, answers }: Case): readonly [number, string] {
  const isLogged = answers.some((answer) => answer.control === 'audit-log' && isInPlace(answer));
  if (isLogged) return [3, 'The threat model says that it is recorded.'];
  return categoriesOf(threat, rule?.stride ?? [])[0] === 'repudiation'
    ? [9, 'That nothing is recorded is what it is about.']
    : [8, 'A description does not tell who looks at records: nobody is taken to.'];
}

/** A factor of DREAD, 0-10, as one of 0-9. */
export function scaled(name: string, factor: Factor | undefined): Factor {
  const { name: known = '', value = 5, origin = 'assumed' } = factor ?? {};
  const told = `DREAD’s ${known} of ${value}, on the scale to ${NINE}.`;
  return { name, value: onNine(value), maximum: NINE, reason: told, origin: origin === 'model' ? 'facts' : origin };
}

/** A number of 0-10 as one of 0-9, with one decimal. */
function onNine(value: number): number {
  return Math.round(value * NINE) / 10;
}

export function fact(name: string, value: number, reason: string, origin: Origin = 'facts'): Factor {
  return { name, value, maximum: NINE, reason, origin };
}
