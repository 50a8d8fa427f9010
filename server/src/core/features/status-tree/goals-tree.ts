import type { AskedClause, GoalReport, GoalState, GoalWeight } from '../../coverage';
import { goalReports } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import { answerInWords, clauseName, flowInWords, GOAL_STATES, GOAL_WEIGHTS, goalSummary } from '../goal-words';
import { firstOf, type StatusNode, type Tone } from './status-node';

const TONES: Readonly<Record<GoalState, Tone>> = { met: 'good', 'at-risk': 'waiting', broken: 'bad' };
const SHORT: Readonly<Record<GoalState, string>> = { met: 'met', 'at-risk': 'at risk', broken: 'broken' };
const WEIGHT_TONES: Readonly<Record<GoalWeight, Tone>> = { breaks: 'bad', endangers: 'waiting', below: 'plain' };

/**
 * The goals of all models with how each stands; below each what is open against it, then its questions. Findings of `hidden` rules are
 * left out; they weigh all the same.
 */
export function goalsTree(analysis: Analysis, hidden: ReadonlySet<string> = new Set()): readonly StatusNode[] {
  return goalReports(analysis).map((report) => {
    const findings = report.findings.filter(({ finding }) => !hidden.has(finding.rule));
    return goalNode(report, [...against({ ...report, findings }, idOf(report)), ...questions(report)]);
  });
}

function idOf({ goal, model }: GoalReport): string {
  return `${model.uri} ${goal.id}`;
}

function questions(report: GoalReport): readonly StatusNode[] {
  return report.questions.map((one) => questionNode(one, report, idOf(report)));
}

function goalNode(report: GoalReport, children: readonly StatusNode[]): StatusNode {
  const { goal, state, regulation } = report;
  const id = idOf(report);
  const summary = goalSummary(report);
  return {
    id,
    label: goal.title === '' ? goal.id : goal.title,
    // The state comes first: a narrow side bar cuts off the end.
    description: [SHORT[state], regulation?.name ?? goal.regulation].filter(Boolean).join(' · '),
    detail: summary === '' ? GOAL_STATES[state] : summary,
    tone: TONES[state],
    at: goal.at,
    children: firstOf(children, id),
  };
}

function against(report: GoalReport, id: string): readonly StatusNode[] {
  const flows = report.flows.map((flow) => ({
    ...flow,
    label: flowInWords(flow),
    key: flow.flow.hops.join(' '),
    at: flow.flow.at,
  }));
  const findings = report.findings.map((one) => ({
    ...one,
    label: one.finding.message,
    key: one.finding.id,
    at: one.finding.at,
  }));
  return [...flows, ...findings].map(({ label, key, at, weight, clause }) => ({
    id: `${id}/${key}`,
    label,
    description: clauseName(report, clause),
    detail: GOAL_WEIGHTS[weight],
    tone: WEIGHT_TONES[weight],
    at,
    children: [],
  }));
}

function questionNode(asked: AskedClause, report: GoalReport, id: string): StatusNode {
  const { clause } = asked;
  const name = clauseName(report, clause);
  return {
    id: `${id}/question ${clause.id}`,
    label: name === '' ? clause.topic : `${name} ${clause.topic}`,
    description: answerInWords(asked),
    detail:
      name === '' ? clause.question : `${clause.question} Answered by its name: ${clause.id} on ${report.goal.id}`,
    tone: toneOf(asked, report),
    at: report.goal.at,
    children: [],
  };
}

/** What is found against a question counts as much as it weighs. */
function toneOf({ clause, state }: AskedClause, { findings }: GoalReport): Tone {
  if (state === 'unanswered' || state === 'planned') return 'waiting';
  if (state !== 'threatened') return 'good';
  const against = findings.filter((one) => one.clause === clause);
  if (against.some(({ weight }) => weight === 'breaks')) return 'bad';
  return against.length > 0 && against.every(({ weight }) => weight === 'below') ? 'plain' : 'waiting';
}
