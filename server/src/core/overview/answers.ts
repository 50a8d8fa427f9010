import type { OverviewAnswer } from '../../protocol';
import { answeringModels } from '../coverage';
import type { Mitigation } from '../model/types';
import { inert } from '../text';
import type { Scene } from './scene';

/** What models answer and assume, each entry once, in the order of the models. */
export function answersOf({ models, apis, threats, points }: Scene): OverviewAnswer[] {
  const counts = new Map<string, number>();
  for (const { finding } of threats) {
    for (const key of new Set(finding.answers.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const answers = answeringModels({ models, apis }).flatMap(({ mitigations, assumptions }) => [
    ...mitigations,
    ...assumptions,
  ]);
  const distinct = new Map(answers.map((answer) => [keyOf(answer), answer]));
  return [...distinct].map(([key, answer]) => ({
    id: inert(answer.id),
    title: inert(answer.title === '' ? answer.id : answer.title),
    strategy: answer.strategy,
    assumed: answer.assumed,
    status: answer.status ?? '',
    owner: inert(answer.owner),
    reason: inert(answer.reason),
    until: answer.until,
    due: answer.due,
    threats: counts.get(key) ?? 0,
    at: points.of(answer.at),
  }));
}

function keyOf({ id, at }: Mitigation): string {
  return `${at.uri} ${id}`;
}
