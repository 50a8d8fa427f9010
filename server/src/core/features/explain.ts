import { nameOf } from '../coverage';
import { settingsOf } from '../coverage/rule-settings';
import type { Analysis, ApiAnalysis, Finding, Risk, State } from '../coverage/types';
import type { Level, Mitigation, NotApplicable } from '../model/types';
import type { Operation } from '../openapi/types';
import { appraise } from '../risk/appraise';
import type { Reason } from '../rules';
import type { Dread, Evidence, Rule } from '../rules/types';
import { type ExplainedControl, explainControls } from './explain-controls';
import { silencesOf } from './explain-silences';
import { judge } from './judge';
import { mitigationAt } from './stub-text';

/** One DREAD factor and why it is what it is. */
export interface ExplainedFactor {
  readonly name: string;
  /** 0-10. */
  readonly value: number;
  readonly reason: string;
}

/** Why a rule finds something on an operation, or does not. */
export interface RuleExplanation {
  readonly rule: Rule;
  readonly operation: Operation;
  readonly fired: boolean;
  /** One sentence: what was found, or the first reason against it. */
  readonly verdict: string;
  /** What was asked, in the order of asking; where the rule does not fire, the last is the reason against it. */
  readonly reasons: readonly Reason[];
  readonly evidence: Evidence | null;
  /** What became of it; null where nothing was found. */
  readonly state: State | null;
  /** The finding that it is told in, with other operations where they share a cause; null where nothing was found. */
  readonly finding: Finding | null;
  /** What would clear it, and how far the specification and the model show it. */
  readonly controls: readonly ExplainedControl[];
  /** What would mitigate it here. */
  readonly mitigation: string;
  /** Entries of models that answer it, or would if they lacked nothing. */
  readonly answers: readonly Mitigation[];
  /** Entries of models that call it a false alarm here. */
  readonly silences: readonly NotApplicable[];
  /** What the answers lack, as a sentence; empty where nothing. */
  readonly lacking: string;
  /** The figures of this operation alone; null where nothing was found. */
  readonly risk: Risk | null;
  readonly factors: readonly ExplainedFactor[];
}

const FACTORS = ['Damage', 'Reproducibility', 'Exploitability', 'Affected users', 'Discoverability'] as const;

/** Explains one rule on one operation. A rule that throws is explained by what it threw. */
export function explainRule(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): RuleExplanation {
  const { reasons, evidence } = judge(analysis, api, operation, rule);
  const finding = evidence === null ? undefined : findingOn(api, operation, rule);
  const answers = finding?.answers ?? [];
  const appraisal = evidence === null ? null : appraise({ rule, evidence, threat: finding?.threat ?? null, answers });
  return {
    rule,
    operation,
    fired: evidence !== null,
    verdict: evidence?.message ?? reasons.at(-1)?.text ?? `The rule finds nothing on ${nameOf(operation)}.`,
    reasons,
    evidence,
    state: evidence === null ? null : stateOf(finding),
    finding: finding ?? null,
    controls: explainControls(analysis, api, operation, rule),
    mitigation: mitigationAt(rule, operation, evidence),
    answers,
    silences: evidence === null ? [] : silencesOf(analysis, api, operation, rule),
    lacking: finding?.lacking ?? '',
    risk: appraisal === null ? null : { ...appraisal.risk, level: levelFor(api, rule) ?? appraisal.risk.level },
    factors: factorsOf(rule, evidence, finding, appraisal?.dread ?? null),
  };
}

/** The level that a model gives to what the rule finds, or undefined. */
function levelFor({ models }: ApiAnalysis, rule: Rule): Level | undefined {
  return settingsOf(models.map(({ model }) => model)).levels.get(rule.id);
}

/** The finding that the operation's evidence went into. */
function findingOn(api: ApiAnalysis, operation: Operation, rule: Rule): Finding | undefined {
  return api.findings.find((finding) => finding.rule === rule.id && finding.operations.includes(operation));
}

function stateOf(finding: Finding | undefined): State | null {
  return finding === undefined || finding.state === 'unanswered' ? null : finding.state;
}

/** The figures with their reasons: a person's word, else what the operation shows, else what holds for the rule. */
export function factorsOf(
  rule: Rule | null,
  evidence: Evidence | null,
  finding: Finding | undefined,
  dread: Dread | null,
): ExplainedFactor[] {
  if (dread === null) return [];
  return FACTORS.map((name, index) => {
    const value = dread[index] ?? 0;
    return { name, value, reason: reasonOf(index, rule, evidence, finding) };
  });
}

function reasonOf(index: number, rule: Rule | null, evidence: Evidence | null, finding: Finding | undefined): string {
  const named = finding?.threat?.dread?.[index];
  if (named !== undefined && named !== null) return 'The threat model says so.';
  const usual = rule?.dreadReasons[index] ?? '';
  const adjusted = evidence?.dread;
  if (adjusted === undefined || adjusted.factors[index] === rule?.dread[index]) return usual;
  return `${usual} Changed here: ${adjusted.reason}`.trim();
}
