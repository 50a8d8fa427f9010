import {
  type Analysis,
  type ApiAnalysis,
  clauseName,
  flowInWords,
  GOAL_STATES,
  GOAL_WEIGHTS,
  type GoalReport,
  goalInMarkdown,
  goalReports,
  goalSummary,
  questionInWords,
} from '../core';
import type { GoalLine } from './report-data';

/** How the goals stand of the models that name some APIs, or of all. */
export function goalsIn(analysis: Analysis, apis: readonly ApiAnalysis[] | undefined): GoalLine[] {
  const models = apis && new Set(apis.flatMap((api) => api.models.map(({ model }) => model)));
  const shown = goalReports(analysis).filter(({ model }) => models?.has(model) ?? true);
  return shown.map(lineOf);
}

function lineOf(report: GoalReport): GoalLine {
  const { goal, regulation, state, questions, findings, flows } = report;
  const summary = goalSummary(report);
  return {
    title: goal.title === '' ? goal.id : goal.title,
    regulation: regulation === null ? '' : `${regulation.name}, by our reading of ${regulation.edition}`,
    state,
    words: summary === '' ? GOAL_STATES[state] : `${GOAL_STATES[state]}: ${summary}`,
    questions: questions.map(questionInWords),
    against: [
      ...flows.map((flow) => against(report, flow, flowInWords(flow))),
      ...findings.map((one) => against(report, one, one.finding.message)),
    ],
    markdown: goalInMarkdown(report),
  };
}

type Weighed = Pick<GoalReport['findings'][number], 'clause' | 'weight'>;

/** `GET /orders carries ... (GDPR Art 32, puts it at risk)`. */
function against(report: GoalReport, { clause, weight }: Weighed, message: string): string {
  const notes = [clauseName(report, clause), GOAL_WEIGHTS[weight]].filter((note) => note !== '');
  return `${message} (${notes.join(', ')})`;
}
