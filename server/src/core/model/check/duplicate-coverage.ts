import type { AnswerSite } from '../../openapi/types';
import { isOwn } from '../bind/statement-span';
import type { Mitigation, Model, ModelProblem, Statement } from '../types';
import type { Check } from './input';

interface Said {
  readonly answer: Mitigation;
  readonly statement: Statement;
}

/** What is answered twice in the same way: the second adds nothing, and would count as more protection. */
export const duplicateCoverage: Check = ({ model }) => {
  const first = new Map<string, Said>();
  const problems: ModelProblem[] = [];
  for (const answer of model.mitigations) {
    for (const statement of answer.covers) {
      const key = keyOf(answer, statement);
      const known = first.get(key);
      if (known === undefined) first.set(key, { answer, statement });
      else if (shareEnvironment(known.answer, answer)) problems.push(...problemOf(known, { answer, statement }, model));
    }
  }
  return problems;
};

const keys = new WeakMap<Statement, { readonly answer: Mitigation; readonly key: string }>();

/** The key of a statement, made once while its answer stands as it is. */
function keyOf(answer: Mitigation, statement: Statement): string {
  const known = keys.get(statement);
  if (known?.answer === answer) return known.key;
  const key = makeKey(answer, statement);
  keys.set(statement, { answer, key });
  return key;
}

let sites = 0;
const numbered = new WeakMap<AnswerSite, number>();

/** The same words in two places of a description mean two things. */
function numberOf(site: AnswerSite | undefined): number {
  if (site === undefined) return 0;
  const number = numbered.get(site) ?? ++sites;
  numbered.set(site, number);
  return number;
}

/** Two measures of one's own may well be two; a control, a recipient and an acceptance are the same thing twice. */
function makeKey({ id, strategy, assumed, control, to, status }: Mitigation, { text, site }: Statement): string {
  const thing = control !== '' || strategy !== 'reduce' ? `${control} ${to}` : id;
  return [strategy, assumed, thing, status, text.replaceAll(/\s+/g, ' '), numberOf(site)].join('\u0000');
}

/** Whether two answers hold in some environment both; one that names none holds in all. */
export function shareEnvironment(first: Mitigation, second: Mitigation): boolean {
  if (first.in.length === 0 || second.in.length === 0) return true;
  return first.in.some((environment) => second.in.includes(environment));
}

function problemOf(known: Said, { answer, statement }: Said, model: Model): ModelProblem[] {
  const { at } = statement;
  if (!isOwn(statement, model)) return [];
  const who = known.answer === answer ? 'This entry' : `\`${known.answer.id}\``;
  const message = `${who} says the same of \`${known.statement.text}\` already: one of the two is enough`;
  return [{ code: 'duplicate-coverage', message, severity: 'warning', at }];
}
