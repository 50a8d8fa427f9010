import type { BusinessFlow, Mitigation, Model, ModelThreat, NotApplicable, Statement } from '../model/types';
import type { Operation } from '../openapi/types';

/** One statement of a model that reaches an operation, with the entry that makes it. */
export type Touch =
  | { readonly kind: 'cover' | 'remove' | 'except'; readonly owner: Mitigation; readonly statement: Statement }
  | { readonly kind: 'not-applicable'; readonly owner: NotApplicable; readonly statement: Statement }
  | { readonly kind: 'business-flow'; readonly owner: BusinessFlow; readonly statement: Statement }
  | { readonly kind: 'threat'; readonly owner: ModelThreat; readonly statement: Statement };

/** Which operations a statement reaches. */
export interface Reach {
  operationsOf(statement: Statement): readonly { readonly operation: Operation }[];
}

const interned = new WeakMap<Statement, Touch>();

/** One object per statement, so that two analyses can be compared by identity. */
function intern(touch: Touch): Touch {
  const known = interned.get(touch.statement);
  if (known !== undefined && known.owner === touch.owner) return known;
  interned.set(touch.statement, touch);
  return touch;
}

function touchesOf(model: Model): readonly Touch[] {
  return [
    ...model.threats.flatMap((owner) => owner.affects.map((statement) => intern({ kind: 'threat', owner, statement }))),
    ...model.mitigations.flatMap(touchesOfAnswer),
    ...model.notApplicable.map((owner) => intern({ kind: 'not-applicable', owner, statement: owner.statement })),
    ...model.businessFlows.flatMap((owner) =>
      owner.operations.map((statement) => intern({ kind: 'business-flow', owner, statement })),
    ),
  ];
}

function touchesOfAnswer(owner: Mitigation): readonly Touch[] {
  const touch = (kind: 'cover' | 'remove' | 'except') => (statement: Statement) => intern({ kind, owner, statement });
  return [
    ...owner.covers.map(touch('cover')),
    ...owner.removes.map(touch('remove')),
    ...owner.except.map(touch('except')),
  ];
}

/** Adds to `into` what one model says of each operation, in the order of the model. */
export function collectTouches(model: Model, reach: Reach, into: Map<Operation, Touch[]>): void {
  for (const touch of touchesOf(model)) {
    for (const operation of reachOf(touch.statement, model, reach)) {
      const list = into.get(operation);
      if (list === undefined) into.set(operation, [touch]);
      else if (list.at(-1) !== touch) list.push(touch);
    }
  }
}

/** A statement that names a threat reaches what the threat affects. */
function reachOf(statement: Statement, model: Model, reach: Reach): Iterable<Operation> {
  const direct = reach.operationsOf(statement);
  const { where } = statement;
  if (direct.length > 0 || where.kind !== 'named') return direct.map((hit) => hit.operation);
  const threat = model.threats.find((candidate) => candidate.id === where.id);
  const affected = (threat?.affects ?? []).flatMap((affect) => reach.operationsOf(affect));
  return new Set(affected.map((hit) => hit.operation));
}
