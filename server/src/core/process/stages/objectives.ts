import { goalReports } from '../../coverage';
import type { StageInput } from '../stage-input';
import { kept, noneLeft, noneOf, thereIs, toldAs, unread } from '../stage-items';
import type { StageItem } from '../types';

/** What must stay true, for whom, and by which rules. */
export function objectives(input: StageInput): readonly StageItem[] {
  const { model, analysis } = input;
  const reports = goalReports(analysis).filter((report) => report.model === model);
  const asked = reports.flatMap(({ goal, regulation, questions }) =>
    regulation === null ? [] : questions.map((one) => ({ ...one, goal, regulation })),
  );
  return kept([
    thereIs(
      model.goals,
      '{goal says|goals say} what must stay true',
      'No goal says what must stay true: write one under `goals`',
      model.at,
    ),
    noneLeft(
      reports,
      reports.filter(({ operations }) => operations === 0).map(({ goal }) => goal),
      { done: 'Every goal reaches what it protects', left: '{goal protects|goals protect} nothing that is there' },
    ),
    noneOf(
      asked,
      asked
        .filter(({ state }) => state === 'unanswered')
        .map(({ clause, goal, regulation }) => ({
          id: `${regulation.name} ${clause.number} ${clause.topic}`,
          at: goal.at,
        })),
      {
        done: 'What the regulations behind the goals ask is answered',
        left: '{question of a regulation is|questions of regulations are} unanswered',
      },
    ),
    toldAs(input, ['unprotected-personal-data'], '{API handles|APIs handle} data about people that no goal protects'),
    unread(input, 'goals'),
  ]);
}
