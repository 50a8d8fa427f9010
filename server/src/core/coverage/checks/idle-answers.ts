import { clausesNamed, regulationOf } from '../../catalogue';
import { isOwn, listed } from '../../model';
import type { ModelProblem, Statement } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { ruleById } from '../../rules';
import { memo } from '../../text';
import type { ApiAnalysis } from '../types';
import { type CoverageCheck, type CoverageInput, common, operationsOf } from './input';

/** Statements that change nothing: a rule is spared that finds nothing there, or a question answered that no goal asks. */
export const idleAnswers: CoverageCheck = (input) => {
  if (input.model.apis.length === 0) return [];
  return [...needlesslySpared(input), ...neverAsked(input)];
};

function needlesslySpared({ model, binding, analyses }: CoverageInput): ModelProblem[] {
  return model.notApplicable.flatMap(({ statement }): ModelProblem[] => {
    const rules = (statement.what?.rules ?? []).filter((id) => ruleById(id) !== undefined);
    if (rules.length === 0 || !isOwn(statement, model)) return [];
    const there = operationsOf(statement, binding);
    // A place that names no operation is told as such.
    if (there.size === 0) return [];
    const idle = rules.filter((id) => analyses.every((api) => !isFound(id, there, api)));
    return idle.length === 0 ? [] : [idleAt(statement, `Nothing there is found by ${namesOf(idle)}`)];
  });
}

function isFound(rule: string, there: ReadonlySet<Operation>, api: ApiAnalysis): boolean {
  const found = foundIn(api).get(rule);
  return found !== undefined && common(found, there) !== undefined;
}

/** Where each rule finds something in an API, answered or not. */
const foundIn = memo((api: ApiAnalysis): ReadonlyMap<string, ReadonlySet<Operation>> => {
  const found = new Map<string, Set<Operation>>();
  for (const { rule, operations } of api.findings) {
    const known = found.get(rule) ?? new Set();
    found.set(rule, known);
    for (const operation of operations) known.add(operation);
  }
  return found;
});

function neverAsked({ model, beside }: CoverageInput): ModelProblem[] {
  const { mitigations, assumptions, notApplicable } = model;
  const answers = [
    ...[...mitigations, ...assumptions].flatMap(({ covers }) => covers),
    ...notApplicable.map(({ statement }) => statement),
  ].filter((statement) => isOwn(statement, model) && statement.what?.rules.some(isQuestion) === true);
  if (answers.length === 0) return [];
  const goals = [model, ...beside().map((one) => one.model)].flatMap((one) => one.goals);
  const asked = new Set(
    goals.flatMap(({ regulation }) => (regulationOf(regulation)?.clauses ?? []).map(({ id }) => id)),
  );
  return answers.flatMap((statement): ModelProblem[] => {
    const idle = (statement.what?.rules ?? []).filter((id) => isQuestion(id) && !asked.has(id));
    return idle.length === 0 ? [] : [idleAt(statement, `No goal asks ${namesOf(idle)}, as ${goalOf(idle)} does`)];
  });
}

function isQuestion(id: string): boolean {
  return clausesNamed(id).length > 0;
}

/** `one with `regulation: GDPR``: what would ask the first of some questions. */
function goalOf([id = '']: readonly string[]): string {
  return `one with \`regulation: ${clausesNamed(id)[0]?.regulation.name}\``;
}

function namesOf(ids: readonly string[]): string {
  return listed(ids.map((id) => `\`${id}\``));
}

function idleAt({ at }: Statement, why: string): ModelProblem {
  return { code: 'answers-nothing', message: `${why}, so this answers nothing`, severity: 'information', at };
}
