import type {
  BusinessFlow,
  Mitigation,
  Model,
  ModelActor,
  ModelGoal,
  ModelThreat,
  NotApplicable,
  Statement,
} from '../model/types';
import type { Operation } from '../openapi/types';
import { memo, sameList } from '../text';

/** One statement of a model that reaches an operation, with the entry that makes it. */
export type Touch =
  | { readonly kind: 'cover' | 'remove' | 'except'; readonly owner: Mitigation; readonly statement: Statement }
  | { readonly kind: 'not-applicable'; readonly owner: NotApplicable; readonly statement: Statement }
  | { readonly kind: 'business-flow'; readonly owner: BusinessFlow; readonly statement: Statement }
  | { readonly kind: 'threat'; readonly owner: ModelThreat; readonly statement: Statement }
  | CallTouch
  | GoalTouch;

/** An actor that calls it. */
interface CallTouch {
  readonly kind: 'call';
  readonly owner: ModelActor;
  readonly statement: Statement;
  /** It acts from a trusted zone. */
  readonly inside: boolean;
}

/** A goal with a line of its own: for all that lies there, or for one threat that harms it. */
interface GoalTouch {
  readonly kind: 'goal';
  readonly owner: ModelGoal;
  readonly statement: Statement;
  /** The threat's id; empty where it is for all. */
  readonly threat: string;
}

/** Which operations a statement reaches. */
export interface Reach {
  operationsOf(statement: Statement): readonly { readonly operation: Operation }[];
}

const interned = new WeakMap<Statement, Touch>();

/** One object per statement, so that two analyses can be compared by identity. */
function intern(touch: Touch): Touch {
  const known = interned.get(touch.statement);
  if (known !== undefined && known.owner === touch.owner && isInside(known) === isInside(touch)) return known;
  interned.set(touch.statement, touch);
  return touch;
}

const harming = new WeakMap<ModelGoal, Map<Statement, Touch>>();

/** The same for goals that a threat harms, since the statement is the threat's. */
function internHarm(touch: GoalTouch): Touch {
  const known = harming.get(touch.owner) ?? new Map<Statement, Touch>();
  const kept = known.get(touch.statement) ?? touch;
  harming.set(touch.owner, known.set(touch.statement, kept));
  return kept;
}

/** What a model says, statement by statement. */
export const touchesOf: (model: Model) => readonly Touch[] = memo((model) => {
  return [
    ...model.threats.flatMap((owner) => owner.affects.map((statement) => intern({ kind: 'threat', owner, statement }))),
    ...[...model.mitigations, ...model.assumptions].flatMap(touchesOfAnswer),
    ...model.notApplicable.map((owner) => intern({ kind: 'not-applicable', owner, statement: owner.statement })),
    ...model.businessFlows.flatMap((owner) =>
      owner.operations.map((statement) => intern({ kind: 'business-flow', owner, statement })),
    ),
    ...touchesOfGoals(model),
    ...touchesOfCalls(model),
  ];
});

/** An actor without `calls` may call all that its flows reach: while there is one from outside, nothing is known of who calls. */
function touchesOfCalls({ actors, zones, flows }: Model): readonly Touch[] {
  const trusted = new Set(zones.filter(({ trust }) => trust === 'trusted').map(({ id }) => id));
  const isFree = actors.some(
    ({ id, calls, zone }) => calls.length === 0 && !trusted.has(zone) && flows.some(({ hops }) => hops[0] === id),
  );
  if (isFree) return [];
  return actors.flatMap((owner) =>
    owner.calls.map((statement) => intern({ kind: 'call', owner, statement, inside: trusted.has(owner.zone) })),
  );
}

function isInside(touch: Touch): boolean {
  return touch.kind === 'call' && touch.inside;
}

/** Whether somebody is to call an operation, and everybody who is acts from a trusted zone. */
export function isCalledInside(touches: readonly Touch[]): boolean {
  let inside = false;
  for (const touch of touches) {
    if (touch.kind !== 'call') continue;
    if (!touch.inside) return false;
    inside = true;
  }
  return inside;
}

/** Goals without a line of their own change nothing. */
function touchesOfGoals({ goals, threats }: Model): readonly Touch[] {
  const strict = goals.filter(({ acceptable }) => acceptable !== null);
  if (strict.length === 0) return [];
  const protecting = strict.flatMap((owner) =>
    owner.protects.map((statement) => intern({ kind: 'goal', owner, statement, threat: '' })),
  );
  const harmed = threats.flatMap(({ id, harms, affects }) =>
    strict
      .filter((goal) => harms.some((harm) => harm === goal.id || protects(goal, harm)))
      .flatMap((owner) => affects.map((statement) => internHarm({ kind: 'goal', owner, statement, threat: id }))),
  );
  return [...protecting, ...harmed];
}

function protects({ protects: places }: ModelGoal, id: string): boolean {
  return places.some(({ where }) => where.kind === 'named' && where.id === id);
}

const answerTouches = new WeakMap<Mitigation, readonly Touch[]>();

function touchesOfAnswer(owner: Mitigation): readonly Touch[] {
  const known = answerTouches.get(owner);
  if (known !== undefined) return known;
  const touches = makeTouches(owner);
  answerTouches.set(owner, touches);
  return touches;
}

function makeTouches(owner: Mitigation): readonly Touch[] {
  const touch = (kind: 'cover' | 'remove' | 'except') => (statement: Statement) => intern({ kind, owner, statement });
  return [
    ...owner.covers.map(touch('cover')),
    ...owner.removes.map(touch('remove')),
    ...owner.except.map(touch('except')),
  ];
}

const NOTHING: readonly Touch[] = [];

/** Whether the same is said of some operations. */
export function sameTouches(
  first: ReadonlyMap<Operation, readonly Touch[]>,
  second: ReadonlyMap<Operation, readonly Touch[]>,
  operations: readonly Operation[],
): boolean {
  return operations.every((operation) => sameList(first.get(operation) ?? NOTHING, second.get(operation) ?? NOTHING));
}
