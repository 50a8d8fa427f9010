import type { Mitigation, Model, ModelThreat, NotApplicable, Statement } from '../model/types';
import type { Operation } from '../openapi/types';

/** One statement of a model that reaches an operation, with the entry that makes it. */
export type Touch =
  | { readonly kind: 'cover' | 'remove' | 'except'; readonly owner: Mitigation; readonly statement: Statement }
  | { readonly kind: 'not-applicable'; readonly owner: NotApplicable; readonly statement: Statement }
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

function touchesOf(model: Model): Touch[] {
  const touches: Touch[] = [];
  for (const owner of model.threats) {
    for (const statement of owner.affects) touches.push(intern({ kind: 'threat', owner, statement }));
  }
  for (const owner of model.mitigations) {
    for (const statement of owner.covers) touches.push(intern({ kind: 'cover', owner, statement }));
    for (const statement of owner.removes) touches.push(intern({ kind: 'remove', owner, statement }));
    for (const statement of owner.except) touches.push(intern({ kind: 'except', owner, statement }));
  }
  for (const owner of model.notApplicable) {
    touches.push(intern({ kind: 'not-applicable', owner, statement: owner.statement }));
  }
  return touches;
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
