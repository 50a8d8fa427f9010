import type { Case } from '../coverage/appraise';
import { FROM_OUTSIDE } from '../coverage/exposure';
import { listed } from '../model';
import { type Sensitivity, sensitivityOf } from '../openapi/data-classes/sensitivity';
import type { DataClass } from '../openapi/types';
import { factsOf, isOpen } from '../rules/facts/operation-facts';
import type { Exposure } from '../rules/types';

/** Who can reach an operation: what OWASP asks of opportunity and size, what PASTA takes as probability of an attack. */
export interface Reach {
  /** 0-9: what access and means it takes; 9 is none. */
  readonly opportunity: number;
  /** 0-9: how many they are; 9 is anyone on the internet. */
  readonly size: number;
  /** 0-1. */
  readonly threat: number;
  readonly reason: string;
}

const OPEN: Readonly<Record<Exposure, Reach>> = {
  internet: { opportunity: 9, size: 9, threat: 0.9, reason: 'Anyone on the internet reaches it, without a login.' },
  partner: { opportunity: 7, size: 5, threat: 0.6, reason: 'Partners reach it, without a login.' },
  internal: { opportunity: 5, size: 4, threat: 0.4, reason: 'Callers in the own network reach it, without a login.' },
};
const BEHIND_LOGIN: Readonly<Record<Exposure, Reach>> = {
  internet: { opportunity: 7, size: 6, threat: 0.7, reason: 'Whoever has an account reaches it from the internet.' },
  partner: { opportunity: 4, size: 5, threat: 0.5, reason: 'Partners with an account reach it.' },
  internal: { opportunity: 4, size: 4, threat: 0.3, reason: 'Callers in the own network with an account reach it.' },
};
const OUTBOUND: Reach = {
  opportunity: 4,
  size: 5,
  threat: 0.4,
  reason: 'We make this call: it is open to whoever answers it, or stands in between.',
};

/** What a method needs to know of the operation. */
export interface OperationFacts {
  readonly reach: Reach;
  readonly isOpen: boolean;
  /** Of what it takes and returns, and of what the threat harms. */
  readonly classes: ReadonlySet<DataClass>;
  readonly sensitivity: Sensitivity | null;
  readonly writes: boolean;
  readonly deletes: boolean;
  readonly returnsData: boolean;
}

export function operationFacts(item: Case): OperationFacts {
  const { operation, harmed } = item;
  const { writes, returns, takes } = factsOf(operation);
  const classes = takes.size + harmed.length === 0 ? returns : new Set([...returns, ...takes, ...harmed]);
  const open = isOpen(operation);
  return {
    reach: reachOf(item, open),
    isOpen: open,
    classes,
    sensitivity: sensitivityOf(classes),
    writes,
    deletes: operation.method === 'DELETE',
    returnsData: returns.size > 0,
  };
}

/** Who says that a weakness is there: the description, or only the people who wrote the threat. */
export function shownBy({ evidence }: Case): string {
  return evidence?.certainty === 'shown' ? 'the description shows it' : 'people say that it is there';
}

/** Who tries it: whoever reaches the operation, or of these only those whom the threat names. */
function reachOf({ outgoing, exposure, attackers }: Case, open: boolean): Reach {
  if (outgoing) return OUTBOUND;
  const by = open ? OPEN : BEHIND_LOGIN;
  const farthest = Math.min(...attackers.map(({ from }) => FROM_OUTSIDE.indexOf(from)));
  const from = FROM_OUTSIDE[farthest] ?? exposure;
  if (FROM_OUTSIDE.indexOf(from) <= FROM_OUTSIDE.indexOf(exposure)) return by[exposure];
  const names = listed(attackers.map(({ id }) => `"${id}"`));
  return { ...by[from], reason: `The threat model says who does it: ${names}. ${by[from].reason}` };
}
