import { GOAL_STATES, type GoalReport, type GoalState, goalSummary } from '../../core/index';
import { type Painter, printable, type Style } from '../terminal';

const STYLES: Readonly<Record<GoalState, Style>> = { met: 'green', 'at-risk': 'yellow', broken: 'red' };

/** A line for each goal; `stridewise goals` has the findings and questions. */
export function goalLines(goals: readonly GoalReport[], paint: Painter): string {
  return goals
    .map((report) => {
      const { goal, state, regulation } = report;
      const summary = goalSummary(report);
      const behind = regulation === null ? '' : ` (${regulation.name})`;
      const told = summary === '' ? '' : `: ${summary}`;
      const name = paint('bold', printable(goal.id));
      return `goal ${name}${behind}  ${paint(STYLES[state], GOAL_STATES[state])}${printable(told)}\n`;
    })
    .join('');
}
