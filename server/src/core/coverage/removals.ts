import { type Binding, hasPart, isInPlace, partOf } from '../model';
import type { Mitigation, Statement } from '../model/types';
import { memo } from '../text';
import type { ApiOfModel, BoundModel } from './apis';

/** Whether it says that what it removes is gone. */
export function isRemoved(answer: Mitigation): boolean {
  return answer.removes.length > 0 && isInPlace(answer);
}

/**
 * The operations at a place that a description of an API of ours which is not retired still has, with the part that it names. What
 * others still serve we need not call any more.
 */
export function servedAt(statement: Statement, binding: Binding, apis: readonly ApiOfModel[]) {
  const served = new Set(apis.filter(({ entry }) => entry.lifecycle !== 'retired').map(({ id }) => id));
  const part = partOf(statement.where);
  const bound = binding.operationsOf(statement);
  return bound.filter(({ api, operation }) => served.has(api) && (part === '' || hasPart(operation, part)));
}

/** Answers of a model that say to have removed what is still served. */
export function contradictedIn({ model, binding }: BoundModel, apis: readonly ApiOfModel[]): readonly Mitigation[] {
  return model.mitigations.filter(
    (answer) => isRemoved(answer) && answer.removes.some((statement) => servedAt(statement, binding, apis).length > 0),
  );
}

/** An answer as it is until what it removes is gone: a plan. */
export const toCome: (answer: Mitigation) => Mitigation = memo((answer) => ({ ...answer, status: 'planned' as const }));
