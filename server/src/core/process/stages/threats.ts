import { nameOf } from '../../coverage';
import type { StageInput } from '../stage-input';
import { kept, noneLeft, noneOf, thereIs, unread } from '../stage-items';
import type { StageItem } from '../types';

/** What can go wrong: the six questions of every operation, and what only people know. */
export function threats(input: StageInput): readonly StageItem[] {
  const { model, apis } = input;
  const findings = apis.flatMap(({ findings: all }) => all);
  const questions = findings.filter(({ rule }) => rule === 'unanswered');
  const waiting = questions.flatMap(({ stride, operations }) =>
    stride.map((category) => ({
      id: `${category} on ${operations.map(nameOf).join(', ')}`,
      at: operations[0]?.at ?? null,
    })),
  );
  return kept([
    thereIs(
      findings.filter(({ rule }) => rule !== 'unanswered'),
      '{threat is|threats are} known',
      'No threat is known',
      model.at,
    ),
    noneOf(apis, waiting, {
      done: 'The questions of every operation are answered',
      left: '{question is|questions are} unanswered',
    }),
    thereIs(
      model.threats,
      '{threat was|threats were} written by people',
      'No threat was written by people: what goes wrong that a description cannot show stands under `threats`',
      model.at,
    ),
    noneLeft(
      model.threats,
      model.threats.filter(({ by }) => by.length === 0),
      {
        done: 'Every written threat says who does it',
        left: '{written threat does|written threats do} not say who does it',
      },
    ),
    unread(input, 'threats', 'notApplicable'),
  ]);
}
