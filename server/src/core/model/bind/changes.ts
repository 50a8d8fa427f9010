import type { Operation } from '../../openapi/types';
import { sameList } from '../../text';
import { type BoundOperation, isWhole, type NamedApi } from './binding';

/** More changes than this are bound anew. */
const FEW = 8;

/** Operations that took another's place, where all else stayed as it was and every place still names the same ones; else null. */
export function changesOf(before: readonly NamedApi[], after: readonly NamedApi[]): Map<Operation, Operation> | null {
  const changes = new Map<Operation, Operation>();
  if (before.length !== after.length) return null;
  for (const [index, api] of after.entries()) {
    const old = before[index];
    if (old?.id !== api.id || old.called !== api.called || isWhole(old) !== isWhole(api)) return null;
    if (!addChanges(old.description.operations, api.description.operations, changes)) return null;
  }
  return changes;
}

function addChanges(
  before: readonly Operation[],
  after: readonly Operation[],
  changes: Map<Operation, Operation>,
): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < after.length; index++) {
    const old = before[index];
    const operation = after[index];
    if (old === operation) continue;
    if (old === undefined || operation === undefined || !isNamedAlike(old, operation)) return false;
    if (changes.set(old, operation).size > FEW) return false;
  }
  return true;
}

function isNamedAlike(first: Operation, second: Operation): boolean {
  return (
    first.kind === second.kind &&
    first.method === second.method &&
    first.path === second.path &&
    first.name === second.name &&
    first.operationId === second.operationId &&
    sameList(first.tags, second.tags)
  );
}

/** The same operations with the changed ones replaced; the same array where none of them is there. */
export function replaced(
  bound: readonly BoundOperation[],
  changes: ReadonlyMap<Operation, Operation>,
): readonly BoundOperation[] {
  let result: BoundOperation[] | null = null;
  for (const [old, operation] of changes) {
    for (let index = 0; index < bound.length; index++) {
      const item = bound[index];
      if (item === undefined || item.operation !== old) continue;
      result ??= [...bound];
      result[index] = { api: item.api, operation };
    }
  }
  return result ?? bound;
}
