import type { AnswerSite } from '../../openapi/types';
import type { Place } from '../../text';
import { fileName } from '../include/file-name';
import type { Model, ModelProblem } from '../types';
import { readSite } from './read-site';
import { entriesOf, originOf } from './with-sites';

/** What is wrong with the answers in a description by themselves, and ids that they share with each other or with models. */
export function problemsOfSites(sites: readonly AnswerSite[], models: readonly Model[]): readonly ModelProblem[] {
  if (sites.length === 0) return [];
  const taken = new Map<string, Place>();
  for (const { id, at } of models.flatMap(answersOf)) taken.set(id, at);
  const clashes = entriesOf(sites).flatMap(({ kind, key, at }) => {
    if (kind !== 'mitigations') return [];
    const first = taken.get(key);
    if (first === undefined) taken.set(key, at);
    // An alias repeats one answer elsewhere.
    const isOne = first === undefined || (first.block === at.block && first.start === at.start);
    return isOne ? [] : [clash(key, first, at)];
  });
  return [...sites.flatMap((site) => readSite(site).problems), ...clashes];
}

function answersOf(model: Model): readonly { readonly id: string; readonly at: Place }[] {
  const { mitigations, assumptions } = originOf(model);
  return [...mitigations, ...assumptions];
}

function clash(id: string, first: Place, at: Place): ModelProblem {
  const where = first.uri === at.uri ? 'in this file' : `in ${fileName(first.uri, at.uri)}`;
  const message = `\`${id}\` is the name of another answer ${where}: give one of the two another name, so that both can be told apart`;
  return { code: 'shared-id', message, severity: 'error', at };
}
