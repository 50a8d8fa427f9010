import { isOwnAnswer } from '../../model';
import type { Mitigation, ModelProblem, Statement, What } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { ruleById } from '../../rules';
import { isWhole } from '../closes';
import { type CoverageCheck, type CoverageInput, common, operationsOf } from './input';

/** Exceptions that take nothing away, and answers of which they leave nothing. */
export const exceptions: CoverageCheck = (input) =>
  input.model.mitigations
    .filter((answer) => answer.except.length > 0 && isOwnAnswer(answer, input.model))
    .flatMap((answer) => [...needless(answer, input), ...nothingLeft(answer, input)]);

function needless({ id, covers, except }: Mitigation, { binding }: CoverageInput): ModelProblem[] {
  return except.flatMap((statement): ModelProblem[] => {
    const taken = operationsOf(statement, binding);
    // A place that names no operation is told as such.
    if (taken.size === 0 || covers.some((covered) => meets(covered, statement, taken))) return [];
    const message = `\`${id}\` covers nothing of this, so there is nothing to except`;
    return [{ code: 'needless-except', message, severity: 'warning', at: statement.at }];
  });

  function meets(covered: Statement, statement: Statement, taken: ReadonlySet<Operation>): boolean {
    return meet(covered.what, statement.what) && common(operationsOf(covered, binding), taken) !== undefined;
  }
}

/** Whether two say anything of the same category or rule; a bare place says all. */
function meet(first: What | null, second: What | null): boolean {
  if (first === null || second === null || first.all || second.all) return true;
  const categories = categoriesOf(first);
  return categoriesOf(second).some((category) => categories.includes(category));
}

function categoriesOf({ categories, rules }: What): readonly string[] {
  return [...categories, ...rules.map((rule) => ruleById(rule)?.stride[0] ?? rule)];
}

function nothingLeft({ id, covers, except, at }: Mitigation, { binding }: CoverageInput): ModelProblem[] {
  if (except.length === 0 || covers.every((covered) => operationsOf(covered, binding).size === 0)) return [];
  const isLeft = (covered: Statement) => {
    const taking = except.filter((one) => isWhole(one.where) && takesAll(one.what, covered.what));
    const taken = taking.map((one) => operationsOf(one, binding));
    return [...operationsOf(covered, binding)].some((operation) => !taken.some((set) => set.has(operation)));
  };
  if (covers.some(isLeft)) return [];
  const message = `\`${id}\` covers nothing: \`except\` takes away all that it covers`;
  return [{ code: 'covers-nothing', message, severity: 'warning', at }];
}

/** Whether an exception takes away all that is covered where it reaches: everything, or each category and rule by its name. */
function takesAll(taken: What | null, covered: What | null): boolean {
  if (taken === null || taken.all) return true;
  if (covered === null || covered.all) return false;
  return (
    covered.categories.every((category) => taken.categories.includes(category)) &&
    covered.rules.every((rule) => taken.rules.includes(rule))
  );
}
