import type { AskedClause, GoalFinding, GoalFlow, GoalReport, GoalState, GoalWeight } from '../coverage';
import { countedIfAny } from './counted';
import { escapeMarkdown } from './markdown';
import { STATE_WORDS } from './state-words';

/** What a goal's state means. */
export const GOAL_STATES: Readonly<Record<GoalState, string>> = {
  met: 'met: nothing that we know of speaks against it',
  'at-risk': 'at risk',
  broken: 'broken',
};

/** What something open does to a goal. */
export const GOAL_WEIGHTS: Readonly<Record<GoalWeight, string>> = {
  breaks: 'breaks it',
  endangers: 'puts it at risk',
  below: 'below what is accepted',
};

/** The article or requirement of a regulation, `GDPR Art 32`; empty where none is behind it. */
export function clauseName({ regulation }: GoalReport, clause: GoalFinding['clause']): string {
  return regulation === null || clause === null || clause.number === '' ? '' : `${regulation.name} ${clause.number}`;
}

/** What became of a question: `nobody has answered yet (2 of 3 operations)`, `mitigated: office`. */
export function answerInWords({ state, by, left, operations }: AskedClause): string {
  // What was derived says more than that something was.
  if (state === 'controlled' && by.length > 0) return by.join(', ');
  const said = by.length === 0 ? '' : `: ${by.slice(0, 3).join(', ')}${by.length > 3 ? ', ...' : ''}`;
  const open = state === 'unanswered' || state === 'threatened' || state === 'planned';
  const share = open && left < operations ? ` (${left} of ${operations} operations)` : '';
  return `${STATE_WORDS[state]}${said}${share}`;
}

/** A flow against a goal: `store -> bank carries card in clear text over http`. */
export function flowInWords({ flow: { hops, over }, data }: GoalFlow): string {
  const how = over === '' ? 'and nobody says what encrypts it' : `in clear text over ${over}`;
  return `${hops.join(' -> ')} carries ${data} ${how}`;
}

/** What a goal comes to in half a sentence: `2 break it, 3 questions are open`. */
export function goalSummary({ findings, flows, questions, operations }: GoalReport): string {
  const all = [...findings, ...flows];
  const count = (weight: GoalWeight) => all.filter((one) => one.weight === weight).length;
  const waiting = questions.filter(({ state }) => state === 'unanswered').length;
  const parts = [
    countedIfAny(count('breaks'), 'breaks it', 'break it'),
    countedIfAny(count('endangers'), 'puts it at risk', 'put it at risk'),
    countedIfAny(waiting, 'question is unanswered', 'questions are unanswered'),
    operations === 0 ? 'it reaches no operation' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const MOST = 6;

/** How a goal stands, with its questions and what is open against it. */
export function goalInMarkdown(report: GoalReport): string {
  const { questions, findings, flows, regulation, state } = report;
  const summary = goalSummary(report);
  const rows = questions.map((one) => `- ${escapeMarkdown(questionInWords(one))}`);
  const against = [
    ...flows.map((flow) => rowAgainst(flowInWords(flow), flow)),
    ...findings.map((one) => rowAgainst(one.finding.message, one)),
  ];
  const more = against.length > MOST ? [`- and ${against.length - MOST} more`] : [];
  return [
    `**${escapeMarkdown(GOAL_STATES[state])}**${summary === '' ? '' : escapeMarkdown(`: ${summary}`)}`,
    rows.length === 0 || regulation === null
      ? rows.join('\n')
      : `What ${escapeMarkdown(`${regulation.name} asks, by our reading of ${regulation.edition}`)}:\n${rows.join('\n')}`,
    against.length === 0 ? '' : ['Against it:', ...against.slice(0, MOST), ...more].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

  function rowAgainst(message: string, { clause, weight }: Pick<GoalFinding, 'clause' | 'weight'>): string {
    const name = clauseName(report, clause);
    return `- ${escapeMarkdown(`${message} (${[name, GOAL_WEIGHTS[weight]].filter(Boolean).join(', ')})`)}`;
  }
}

/** `Art 17 erasure (right-to-erasure): nobody has answered yet`. */
export function questionInWords(asked: AskedClause): string {
  const { number, topic, id } = asked.clause;
  const name = number === '' ? topic : `${number} ${topic} (${id})`;
  return `${name}: ${answerInWords(asked)}`;
}
