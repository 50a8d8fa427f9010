import { sensitivityOf } from '../../openapi/data-classes/sensitivity';
import type { DataClass, Operation } from '../../openapi/types';
import type { Place } from '../../text/types';
import type { ApiFacts, Dread, Evidence } from '../types';
import { factsOf, isOpen } from './operation-facts';

/** Classes whose loss hurts at once. */
export function grave(classes: ReadonlySet<DataClass>): boolean {
  return sensitivityOf(classes) === 'grave';
}

/** What something shown adds to the factors, and why. */
export interface Change {
  readonly add: Dread;
  readonly reason: string;
}

interface Conditional extends Change {
  readonly when: boolean;
}

function changesFor(operation: Operation, api: ApiFacts): readonly Conditional[] {
  const { writes, returns, takes } = factsOf(operation);
  const sensitivity = sensitivityOf([...returns, ...takes]);
  const served = operation.kind === 'operation';
  return [
    { when: served && isOpen(operation), add: [0, 1, 1, 0, 0], reason: 'no login is needed' },
    {
      when: sensitivity === 'grave',
      add: [2, 0, 0, 0, 0],
      reason: 'it handles secrets, cards or special categories of data',
    },
    { when: sensitivity === 'personal', add: [1, 0, 0, 0, 0], reason: 'it handles personal or financial data' },
    { when: sensitivity === 'business', add: [1, 0, 0, 0, 0], reason: 'it handles what a business keeps to itself' },
    { when: operation.method === 'DELETE', add: [1, 0, 0, 0, 0], reason: 'what it deletes is gone' },
    {
      when: served && !writes && returns.size === 0,
      add: [-2, 0, 0, 0, 0],
      reason: 'it only reads, and nothing personal',
    },
    { when: api.exposure === 'internal', add: [0, 0, -2, -1, -3], reason: 'only internal callers reach it' },
    { when: api.exposure === 'partner', add: [0, 0, -1, 0, -2], reason: 'only partners reach it' },
  ];
}

/** The rule's factors after what this operation shows, and one change more, with the reasons; undefined where nothing changes. */
export function adjust(
  base: Dread,
  operation: Operation,
  api: ApiFacts,
  more: Change | null = null,
): Evidence['dread'] {
  const changes: Change[] = changesFor(operation, api).filter((one) => one.when);
  if (more !== null) changes.push(more);
  if (changes.length === 0) return undefined;
  const sums: number[] = [...base];
  const reasons: string[] = [];
  // Every finding on every operation comes through here, so this is a plain loop.
  for (const { add, reason } of changes) {
    for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (add[index] ?? 0);
    reasons.push(reason);
  }
  const [damage = 0, reproducibility = 0, exploitability = 0, affected = 0, discoverability = 0] = sums.map(clamped);
  const factors: Dread = [damage, reproducibility, exploitability, affected, discoverability];
  const reason = reasons.join('; ');
  return { factors, reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` };
}

function clamped(value: number): number {
  return Math.min(10, Math.max(0, value));
}

interface Shown {
  readonly message: string;
  readonly at: Place;
  readonly part?: string;
  readonly cause?: string;
  readonly causeMessage?: (operations: number) => string;
  readonly cwe?: readonly number[];
  readonly dread: Evidence['dread'];
}

/** Evidence that the specification itself gives. */
export function shown(given: Shown): Evidence {
  return build('shown', given);
}

/** Evidence that the specification is silent about a control. */
export function silent(given: Shown): Evidence {
  return build('silent', given);
}

function build(certainty: Evidence['certainty'], { dread, ...given }: Shown): Evidence {
  const evidence = { part: '', cause: '', ...given, certainty };
  return dread === undefined ? evidence : { ...evidence, dread };
}

/** `1 operation`, `3 operations`. */
export function count(operations: number): string {
  return operations === 1 ? '1 operation' : `${operations} operations`;
}
