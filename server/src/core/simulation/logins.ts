import type { ApiAnalysis, Finding } from '../coverage/types';
import type { Mitigation } from '../model/types';
import type { Operation } from '../openapi/types';
import { leftBy } from '../risk';
import { isOpen as needsNoLogin } from '../rules/facts/operation-facts';
import type { Builder } from './builder';
import { measuresFor, type Weakness } from './candidates';
import type { Lowered } from './types';

/** The control that has callers log in. */
const LOGIN = 'authentication';

/** What comes between anyone and an operation whose description asks for no login. */
export interface Login {
  /** Measures that would have callers log in. */
  readonly lowered: readonly Lowered[];
  /** The share of what is open there that can be reached without a login, as far as one is said to be in place. */
  readonly left: number;
}

export function asksForNoLogin(operation: Operation): boolean {
  return operation.kind !== 'operation' || needsNoLogin(operation);
}

const CLOSED = new Set(['avoided', 'silenced', 'unanswered']);

/** Whether a finding is no weakness any more, or a question. */
export function isNoStep({ state }: Finding): boolean {
  return CLOSED.has(state);
}

/** Whether it is a login that is lacking. */
export function lacksLogin({ definition }: Finding): boolean {
  return definition?.controls.includes(LOGIN) === true;
}

interface Growing {
  readonly lowered: Map<number, Lowered>;
  readonly done: Set<Mitigation>;
}

/**
 * The logins that models plan, or that could be there, before operations which are open as described. Once callers must log
 * in, all else that is open there lies behind the login: that, too, is what such a measure buys.
 */
export function loginsOf(builder: Builder, api: ApiAnalysis, several: boolean): ReadonlyMap<Operation, Login> {
  const logins = new Map<Operation, Growing>();
  const open = api.findings.filter((finding) => !isNoStep(finding) && lacksLogin(finding));
  for (const finding of open) {
    for (const member of finding.members) addLogin(builder, logins, { api, finding, member }, several);
  }
  return new Map([...logins].map(([operation, login]) => [operation, finished(login)]));
}

function addLogin(builder: Builder, logins: Map<Operation, Growing>, weakness: Weakness, several: boolean): void {
  const { operation, appraisal } = weakness.member;
  if (operation.kind !== 'operation' || !needsNoLogin(operation)) return;
  const login = logins.get(operation) ?? { lowered: new Map(), done: new Set() };
  logins.set(operation, login);
  for (const one of measuresFor(builder, weakness, several)) {
    if (builder.controlOf(one.candidate) === LOGIN) login.lowered.set(one.candidate, one);
  }
  for (const answer of appraisal.basis.answers) if (answer.control === LOGIN) login.done.add(answer);
}

function finished({ lowered, done }: Growing): Login {
  return { lowered: [...lowered.values()], left: leftBy([...done]) };
}

/** What the measures of a step leave once those of the login before it are there as well. */
export function loweredBoth(step: readonly Lowered[], login: readonly Lowered[]): readonly Lowered[] {
  const both = new Map(step.map((one) => [one.candidate, one]));
  for (const { candidate, left } of login) {
    both.set(candidate, { candidate, left: left * (both.get(candidate)?.left ?? 1) });
  }
  return [...both.values()];
}
