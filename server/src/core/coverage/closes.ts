import { CONTROLS } from '../controls';
import { partOf } from '../model';
import type { Mitigation, Statement, What, Where } from '../model/types';
import type { Certainty, Stride } from '../rules/types';

/** What an answer is held against: one finding or written threat at one operation. */
export interface Target {
  readonly ruleId: string;
  readonly threatId: string;
  /** The categories that it counts in. */
  readonly categories: readonly Stride[];
  readonly certainty: Certainty;
  readonly part: string;
  readonly cause: string;
}

const answersOfControl = new Map(CONTROLS.map((control) => [control.id, new Set(control.answers)]));

/** Whether a `covers` statement of this answer closes the target, which lies where the statement reaches. */
export function closes(answer: Mitigation, statement: Statement, target: Target): boolean {
  const { what, where } = statement;
  if (!placeFits(where, target)) return false;
  if (what !== null) return namesIt(what, target) || touchesCategory(what, target, answer);
  if (where.kind === 'named' && where.id === target.threatId) return true;
  return answersOfControl.get(answer.control)?.has(target.ruleId) ?? false;
}

/** Whether an `except` statement takes the target away; a bare place takes away all that lies there. */
export function excepts(statement: Statement, target: Target): boolean {
  const { what, where } = statement;
  if (!placeFits(where, target)) return false;
  return (
    what === null || what.all || namesIt(what, target) || what.categories.some((c) => target.categories.includes(c))
  );
}

/** A rule, also a threat's id, in the statement. */
export function namesIt(what: What, target: Target): boolean {
  return what.rules.includes(target.ruleId) || (target.threatId !== '' && what.rules.includes(target.threatId));
}

/** A category answers silent findings; what the specification shows it can only accept or transfer. */
function touchesCategory(what: What, target: Target, answer: Mitigation): boolean {
  const named = what.all || target.categories.every((category) => what.categories.includes(category));
  if (!named || (!what.all && what.categories.length === 0)) return false;
  if (target.certainty === 'silent') return true;
  return !answer.assumed && (answer.strategy === 'accept' || answer.strategy === 'transfer');
}

/** Whether the part or the cause that a place names is the target's. */
export function placeFits(where: Where, target: Target): boolean {
  if (where.kind === 'cause') return causeFits(where.name, target.cause);
  const part = partOf(where);
  return part === '' || target.part === part || target.part.startsWith(`${part}.`);
}

/** A cause is written as `schema:Order`, `#/components/schemas/Order` or by its bare name. */
function causeFits(name: string, cause: string): boolean {
  return cause === name || cause.split(/[:/#\s]/).at(-1) === name || cause.includes(`:${name}:`);
}

/** Whether a place is whole operations: a part of one, or a cause, says nothing of the questions about it. */
export function isWhole({ kind, ...where }: Where): boolean {
  return kind !== 'cause' && !('part' in where && where.part !== '');
}

/** Categories whose question this answer's statement answers. */
export function questionsAnswered(
  answer: Mitigation,
  statement: Statement,
  primaryOf: (rule: string) => Stride | undefined,
): ReadonlySet<Stride> | 'all' {
  const { what, where } = statement;
  if (!isWhole(where)) return new Set();
  if (what?.all) return 'all';
  if (what !== null) return new Set(what.categories);
  const rules = answersOfControl.get(answer.control) ?? [];
  return new Set([...rules].map(primaryOf).filter((category) => category !== undefined));
}
