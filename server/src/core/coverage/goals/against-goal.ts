import type { Clause } from '../../catalogue';
import type { ModelGoal } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { categoriesOf } from '../counted-categories';
import { AGAINST } from '../goal-lines';
import { isAbove, leavesTooMuch } from '../severity';
import { isAnswered } from '../states';
import type { ApiAnalysis, Finding } from '../types';
import type { Asked } from './asked-of-goal';
import type { GoalContext } from './goal-context';
import type { GoalFinding, GoalWeight } from './goal-types';
import { lettered } from './shown-answers';

const WEIGHTS: readonly GoalWeight[] = ['breaks', 'endangers', 'below'];

/** What is open against a goal: on what it protects, of its property and regulation; and threats that name it as harmed. */
export function againstGoal(goal: ModelGoal, asked: Asked, { apis }: GoalContext): readonly GoalFinding[] {
  const protectedBy = new Set(asked.operations.map(({ operation }) => operation));
  return apis
    .flatMap((api) => api.findings.flatMap((finding) => weighed(finding, api, goal, asked, protectedBy) ?? []))
    .sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || b.finding.risk.rank - a.finding.risk.rank);
}

function weighed(
  finding: Finding,
  api: ApiAnalysis,
  goal: ModelGoal,
  { regulation, clauses }: Asked,
  protectedBy: ReadonlySet<Operation>,
): GoalFinding | null {
  if (finding.rule === 'unanswered' || (isAnswered(finding.state) && !leavesTooMuch(finding))) return null;
  const categories = categoriesOf(finding);
  if (goal.property !== null && !categories.includes(AGAINST[goal.property])) return null;
  const harms = harmsGoal(finding, goal);
  if (!harms && !finding.operations.some((operation) => protectedBy.has(operation))) return null;
  const clause =
    regulation === null
      ? null
      : clauseOf(
          finding,
          clauses.map((one) => one.clause),
        );
  if (regulation !== null && clause === null && !harms) return null;
  return { finding, api, weight: weightOf(finding), clause };
}

function harmsGoal({ threat }: Finding, { id, protects }: ModelGoal): boolean {
  if (threat === null) return false;
  return threat.harms.some(
    (harm) => harm === id || protects.some(({ where }) => where.kind === 'named' && where.id === harm),
  );
}

/** The clause that names the rule, else the first that asks of one of the categories. */
function clauseOf(finding: Finding, clauses: readonly Clause[]): Clause | null {
  const categories = categoriesOf(finding);
  const named = clauses.find(({ rules }) => rules.includes(finding.rule));
  return named ?? clauses.find(({ stride }) => lettered(stride).some((one) => categories.includes(one))) ?? null;
}

function weightOf({ state, certainty, risk, acceptable }: Finding): GoalWeight {
  if (!isAbove(risk.level, acceptable)) return 'below';
  return state === 'threatened' && certainty === 'shown' ? 'breaks' : 'endangers';
}
