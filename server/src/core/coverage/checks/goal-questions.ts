import { regulationOf } from '../../catalogue';
import { listed } from '../../model';
import type { Model, ModelGoal, ModelProblem } from '../../model/types';
import { type Place, resolveUri } from '../../text';
import { type Asked, askedOfGoal } from '../goals/asked-of-goal';
import type { CoverageCheck } from './input';

const MOST = 4;

/** What the regulation behind a goal asks and nothing answers: one question for each goal, and none for what is a label. */
export const goalQuestions: CoverageCheck = ({ model, binding, beside, analyses, today }) => {
  const goals = model.goals.filter(({ regulation }) => regulationOf(regulation) !== undefined);
  if (goals.length === 0) return [];
  const context = { model, binding, beside: beside(), apis: analyses, today };
  return goals.flatMap((goal): ModelProblem[] => {
    const message = messageOf(goal, askedOfGoal(goal, context));
    if (message === '') return [];
    return [{ code: 'unanswered-regulation', message, severity: 'information', at: goalPlace(goal, model) }];
  });
};

function messageOf(goal: ModelGoal, { regulation, clauses }: Asked): string {
  const open = clauses.filter(({ state }) => state === 'unanswered').map(({ clause }) => clause);
  const [first] = open;
  if (regulation === null || first === undefined) return '';
  const places = listed(goal.protects.map(({ text }) => `\`${text}\``));
  const shown = open.length > MOST + 1 ? open.slice(0, MOST) : open;
  const topics = shown.map(({ topic, number }) => `${topic} (${number})`);
  const more = open.length > shown.length ? ` and ${open.length - shown.length} more` : '';
  const count = open.length === 1 ? '1 thing' : `${open.length} things`;
  const asks = `${regulation.name} asks ${count} of ${places} that nothing answers: ${topics.join(', ')}${more}`;
  return `${asks}. Say what is done about it, as in \`covers: ${first.id} on ${goal.protects[0]?.text}\``;
}

/** Where a model is asked about a goal: one of an included file in each model that includes it, since there it has its operations. */
export function goalPlace({ at }: ModelGoal, model: Model): Place {
  if (at.uri === model.uri) return at;
  return model.includes.find(({ text }) => resolveUri(model.uri, text) === at.uri)?.at ?? model.at;
}
