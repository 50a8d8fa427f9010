import type { ApiAnalysis, Finding } from '../../coverage/types';
import type { Address, SpecNodes } from '../../openapi/spec-nodes';
import type { Operation } from '../../openapi/types';
import type { Evidence } from '../../rules/types';
import type { Change, Value } from '../../text/edit';

/** What a fix looks at: one operation of a finding, and the values of the description. */
export interface Site {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  readonly operation: Operation;
  /** What the rule finds there, judged when somebody asks; null where only a model shows it. */
  readonly evidence: Evidence | null;
  readonly nodes: SpecNodes;
  /** The operations that the fix is for: all of the finding that it can mend, or the one that somebody chose. */
  readonly reach: readonly Operation[];
}

/** A change of one of the description's files. */
export interface FileChange {
  readonly uri: string;
  readonly change: Change;
}

/** How a rule's finding is mended in the description itself. */
export interface SpecFix {
  /** What it writes and where, for the rule's page. */
  readonly writes: string;
  /** What it does here, in the imperative. */
  readonly title: (site: Site) => string;
  /**
   * Whether the description leaves no doubt about it at this place: it is preferred then, and part of `source.fixAll.stridewise`. One with a
   * value to fill in never is.
   */
  readonly certain?: (site: Site) => boolean;
  /** The changes that silence the finding on the operation; null where the description does not show how. */
  readonly changes: (site: Site) => readonly FileChange[] | null;
}

export function setAt(
  { uri, path }: Address,
  keys: readonly (string | number)[],
  value: Value,
  after?: string,
): FileChange {
  const change: Change = { kind: 'set', path: [...path, ...keys], value };
  return { uri, change: after === undefined ? change : { ...change, after } };
}

export function removeAt({ uri, path }: Address): FileChange {
  return { uri, change: { kind: 'remove', path } };
}

export function appendTo({ uri, path }: Address, value: Value): FileChange {
  return { uri, change: { kind: 'append', path, value } };
}

/** `GET /orders`, or how many operations: `12 of 15 operations` where the finding has more. */
export function reachInWords({ reach, finding }: Pick<Site, 'reach' | 'finding'>): string {
  const [first, ...others] = reach;
  if (first === undefined) return 'the API';
  if (others.length === 0) return nameIn(first);
  const all = finding.operations.length;
  return `${reach.length}${all > reach.length ? ` of ${all}` : ''} operations`;
}

function nameIn({ kind, method, path, name }: Operation): string {
  return kind === 'operation' ? `${method} ${path}` : `${kind} ${name}`;
}

/** The names of values, or how many they are. */
export function namesOf(values: readonly { readonly name: string }[]): string {
  const names = [...new Set(values.map(({ name }) => name))];
  return names.length < 3 ? names.join(' and ') : `${names.length} values`;
}
