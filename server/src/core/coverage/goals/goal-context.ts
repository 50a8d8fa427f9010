import type { Binding } from '../../model';
import type { Model, ModelGoal } from '../../model/types';
import type { DataClass, Operation } from '../../openapi/types';
import { memo } from '../../text';
import type { BoundModel } from '../apis';
import { speakersOf } from '../called';
import { dataOf } from '../data-settings';
import type { ApiAnalysis } from '../types';

/** What the goals of a model are held against. */
export interface GoalContext {
  readonly model: Model;
  readonly binding: Binding;
  /** The models that speak of its APIs, itself among them. */
  readonly beside: readonly BoundModel[];
  /** The APIs that it names. */
  readonly apis: readonly ApiAnalysis[];
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
}

/** An operation that a goal speaks of. */
export interface GoalOperation {
  readonly api: ApiAnalysis;
  readonly operation: Operation;
}

/**
 * The operations that a goal protects, each once. Of places that are no data, those alone that handle data of these classes, where
 * there are such: a law about people asks nothing of an operation that knows nobody.
 */
export function operationsOfGoal(
  { protects }: ModelGoal,
  { model, binding, apis }: GoalContext,
  classes: readonly string[],
): readonly GoalOperation[] {
  const byId = new Map(
    apis.flatMap((api) => api.models.filter((named) => named.model === model).map(({ id }) => [id, api] as const)),
  );
  const found = new Map<Operation, GoalOperation>();
  for (const place of protects) {
    const here = binding.operationsOf(place).flatMap(({ api: id, operation }) => {
      const api = byId.get(id);
      return api === undefined ? [] : [{ api, operation }];
    });
    const isData = place.where.kind === 'named' && model.names.get(place.where.id) === 'data';
    for (const one of isData ? here : handling(here, classes)) found.set(one.operation, one);
  }
  return [...found.values()];
}

function handling(operations: readonly GoalOperation[], classes: readonly string[]): readonly GoalOperation[] {
  if (classes.length === 0) return operations;
  const touching = operations.filter((one) => handles(one, classes));
  return touching.length > 0 ? touching : operations;
}

/** Whether an operation takes or returns data of one of these classes, as its models see it. */
export function handles({ api, operation }: GoalOperation, classes: readonly string[]): boolean {
  const data = dataSeenBy(api);
  const found = classesIn(data === null ? operation : data.see(operation));
  return classes.some((one) => found.has(one));
}

const dataSeenBy = memo((api: ApiAnalysis) => dataOf(speakersOf(api.models).map(({ model }) => model)));

const classesIn: (operation: Operation) => ReadonlySet<string> = memo((operation) => {
  const payloads = [operation.request, ...operation.responses.map(({ payload }) => payload)];
  const all = [...operation.parameters, ...payloads.flatMap((payload) => payload?.properties ?? [])];
  return new Set<DataClass>(all.flatMap(({ dataClass }) => dataClass ?? []));
});
