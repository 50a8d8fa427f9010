import type { AnswerSite, Operation } from '../../openapi/types';
import type { BoundOperation, NamedApi } from './binding';
import { groupBy } from './group-by';

/** The operations that each of the answers in descriptions stands on. */
export function operationsBySite(apis: readonly NamedApi[]): ReadonlyMap<AnswerSite, readonly BoundOperation[]> {
  const all = apis.flatMap(({ id: api, description: { answers, operations } }) =>
    operations.flatMap((operation) => sitesOf(operation, answers).map((site) => ({ site, bound: { api, operation } }))),
  );
  const bySite = groupBy(all, ({ site }) => site);
  return new Map([...bySite].map(([site, found]) => [site, found.map(({ bound }) => bound)]));
}

const NONE: readonly AnswerSite[] = [];

function sitesOf({ answers = NONE }: Operation, root: AnswerSite | undefined): readonly AnswerSite[] {
  return root === undefined ? answers : [root, ...answers];
}
