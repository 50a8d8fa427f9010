import {
  type Analysis,
  type ApiAnalysis,
  explainRule,
  nameOf,
  operationsLike,
  operationsNamed,
  type Rule,
  type RuleExplanation,
  ruleById,
  rulesLike,
} from '../../core/index';
import { type ExplainOptions, UsageError } from '../arguments';
import type { Loaded } from '../files/load';
import { analysisOf } from './analysed';
import type { Standpoint } from './located';

export interface Explained {
  readonly api: ApiAnalysis;
  readonly explanation: RuleExplanation;
}

/** A rule on the operations that were asked for, in no format yet. */
export interface Explanations extends Standpoint {
  readonly rule: Rule;
  readonly explained: readonly Explained[];
  /** One operation was named: it is told whole. */
  readonly whole: boolean;
}

/** What stands where a rule does in the results of a check, and is none. */
const NO_RULES = new Map([
  [
    'unanswered',
    'unanswered is no rule: it stands for categories of threats of which no threat model says anything yet.',
  ],
  [
    'written-threat',
    'written-threat is no rule: it stands for a threat that people wrote. Name the threat by its id in the threat model.',
  ],
]);

/** Whether it is the id of a rule, or of what stands in the place of one and is none. */
export function isRule(id: string): boolean {
  return NO_RULES.has(id) || ruleById(id) !== undefined;
}

/** The rule of this id. Throws a UsageError that names the nearest. */
export function ruleNamed(id: string): Rule {
  const rule = ruleById(id);
  if (rule !== undefined) return rule;
  const other = NO_RULES.get(id);
  if (other !== undefined) throw new UsageError(other);
  const near = rulesLike(id);
  throw new UsageError(
    near.length === 0
      ? `There is no rule "${id}", and no written threat of that id. docs/rules lists the rules.`
      : `There is no rule "${id}", and no written threat of that id. Did you mean: ${near.join(', ')}`,
  );
}

/** Explains the rule on every operation, or on the named one. Throws a UsageError where nothing bears that name. */
export function explainIn(loaded: Loaded, rule: Rule, options: ExplainOptions, workingDirectory: string): Explanations {
  const { workspace, selected } = loaded;
  const analysis = analysisOf(workspace);
  const apis = analysis.apis.filter((api) => selected.has(api.description.uri));
  const { operation } = options;
  const explained = apis.flatMap((api) => explainedOn(analysis, api, rule, operation));
  if (explained.length === 0) throw noSuchOperation(apis, operation ?? '');
  return { rule, workspace, workingDirectory, explained, whole: operation !== null };
}

function explainedOn(analysis: Analysis, api: ApiAnalysis, rule: Rule, wanted: string | null): Explained[] {
  const { operations } = api.description;
  const chosen = wanted === null ? operations : operationsNamed(operations, placeIn(api, wanted));
  return chosen.map((operation) => ({ api, explanation: explainRule(analysis, api, operation, rule) }));
}

/** The operation without the id of its API, as a place of a model names it. */
export function placeIn({ id, models }: ApiAnalysis, wanted: string): string {
  const [first = '', ...rest] = wanted.trim().split(/\s+/);
  const isNamed = first === id || models.some((named) => named.id === first || named.entry.id === first);
  return isNamed && rest.length > 1 ? rest.join(' ') : wanted;
}

function noSuchOperation(apis: readonly ApiAnalysis[], wanted: string): UsageError {
  const operations = apis.flatMap((api) => api.description.operations);
  const near = operationsLike(operations, wanted);
  const hint = near.length === 0 ? '' : ` Did you mean: ${near.join(', ')}`;
  return new UsageError(
    operations.length === 0
      ? 'Nothing to explain: no API description has an operation.'
      : `No operation is called "${wanted}" among the ${operations.length} of ${apis.map(({ id }) => id).join(', ')}.${hint}`,
  );
}

/** Operations on which the rule stays silent, by the first reason against it; the commonest first. */
export function silentByReason(explained: readonly Explained[]): { reason: string; operations: string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const { explanation } of explained) {
    if (explanation.fired) continue;
    const operations = reasons.get(explanation.verdict) ?? [];
    reasons.set(explanation.verdict, operations);
    operations.push(nameOf(explanation.operation));
  }
  return [...reasons]
    .map(([reason, operations]) => ({ reason, operations }))
    .sort((a, b) => b.operations.length - a.operations.length);
}
