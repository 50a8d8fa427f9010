import type { Strategy } from '../../rules/types';
import type { SourceDocument } from '../../text';
import { parseStatement } from '../grammar/statement';
import { pairsUnder } from '../read/cells';
import type { Status } from '../types';
import { type Insertion, insertEntries } from './insert-entries';
import type { StubValue } from './stub-text';

/** A mitigation to be written; what its strategy needs and is not given becomes `TODO`. */
export interface MitigationStub {
  readonly id: string;
  readonly strategy: Strategy;
  readonly title: string;
  /** Statements that it answers. */
  readonly covers: readonly string[];
  /** Places that go away (avoid); by default those of `covers`. */
  readonly removes?: readonly string[];
  readonly control?: string;
  readonly status?: Status;
  readonly to?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly until?: string;
  readonly except?: readonly string[];
  readonly evidence?: readonly string[];
  readonly in?: readonly string[];
  readonly due?: string;
  readonly effect?: string;
  readonly monitor?: string;
}

/** Adds a mitigation; an id that is taken gets a number. The cursor stands in the first field to fill in. */
export function insertMitigation(document: SourceDocument, stub: MitigationStub): Insertion {
  return insertMitigations(document, [stub]);
}

/** The same of several, by one edit. */
export function insertMitigations(document: SourceDocument, stubs: readonly MitigationStub[]): Insertion {
  const taken = namesTaken(document);
  const entries = stubs.map((stub) => {
    const name = freeName(taken, stub.id);
    taken.add(name);
    return { name, value: answerKeys(stub), fields: ANSWER_FIELDS };
  });
  return insertEntries(document, 'mitigations', entries);
}

/** Keys whose values are to be filled in even where they are not `TODO`. */
export const ANSWER_FIELDS = ['to', 'status'];

/** The keys of a mitigation to be written, in order, with their values. */
export function answerKeys(stub: MitigationStub): (readonly [string, StubValue])[] {
  return keysOf(stub).flatMap(([key, value]) =>
    value === undefined || value.length === 0 ? [] : [[key, value] as const],
  );
}

function keysOf(stub: MitigationStub): (readonly [string, StubValue | undefined])[] {
  const { strategy, title, control } = stub;
  return [
    ['strategy', strategy === 'reduce' ? undefined : strategy],
    ['title', title],
    ['control', control],
    strategy === 'avoid' ? ['removes', removesOf(stub)] : ['covers', stub.covers],
    ['except', stub.except],
    ['to', strategy === 'transfer' ? (stub.to ?? 'TODO') : stub.to],
    ...needsOf(stub),
    ...FURTHER.map((key) => [key, stub[key]] as const),
  ];
}

const FURTHER = ['due', 'evidence', 'effect', 'in', 'monitor'] as const;

function needsOf(stub: MitigationStub): (readonly [string, StubValue | undefined])[] {
  const given = (['reason', 'owner', 'until'] as const).map((key) => [key, stub[key]] as const);
  if (stub.strategy !== 'accept') return [['status', stub.status ?? 'planned'], ...given];
  return given.map(([key, value]) => [key, value ?? 'TODO']);
}

/** The places that an answer says to remove: its own, or those of what it covers. */
export function removesOf(stub: MitigationStub): readonly string[] {
  return stub.removes?.length ? stub.removes : stub.covers.map(placeOfStatement);
}

/** Adds a statement of what does not apply, with its reason (or `TODO`). */
export function insertNotApplicable(document: SourceDocument, statement: string, reason = 'TODO'): Insertion {
  return insertAllNotApplicable(document, [statement], reason);
}

/** The same of several statements, by one edit. */
export function insertAllNotApplicable(
  document: SourceDocument,
  statements: readonly string[],
  reason = 'TODO',
): Insertion {
  return insertEntries(
    document,
    'notApplicable',
    statements.map((name) => ({ name, value: reason, fields: [] })),
  );
}

function placeOfStatement(text: string): string {
  const parsed = parseStatement(text);
  return 'value' in parsed ? text.slice(parsed.value.whereStart) : text;
}

function namesTaken(document: SourceDocument): Set<string> {
  return new Set(pairsUnder(document, 'mitigations').map((pair) => pair.key));
}

/** A name, with a number where it is taken. */
export function freeName(taken: ReadonlySet<string>, id: string): string {
  let name = id;
  for (let number = 2; taken.has(name); number++) name = `${id}-${number}`;
  return name;
}
