import type { Model, Statement } from '../model/types';

/** What a model says is threatened and answered. */
export function statementsOf(model: Model): Statement[] {
  return [
    ...model.threats.flatMap(({ affects }) => affects),
    ...[...model.mitigations, ...model.assumptions].flatMap(({ covers, except, removes }) => [
      ...covers,
      ...except,
      ...removes,
    ]),
    ...model.notApplicable.map(({ statement }) => statement),
  ];
}
