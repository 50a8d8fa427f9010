import { nameOf } from '../coverage';
import { newerEditions } from '../coverage/siblings';
import type { Analysis, ApiAnalysis, Finding, Risk, State } from '../coverage/types';
import type { Mitigation } from '../model/types';
import type { Operation } from '../openapi/types';
import { appraise } from '../risk/appraise';
import { evidenceOn, type Reason, reasonsFor } from '../rules';
import type { ApiFacts, Dread, Evidence, Rule } from '../rules/types';
import { type ExplainedControl, explainControls } from './explain-controls';

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
  /** What would clear it, and how far the specification and the model show it. */
  readonly controls: readonly ExplainedControl[];
  /** Entries of models that answer it, or would if they lacked nothing. */
  readonly answers: readonly Mitigation[];
  /** What these lack, as a sentence; empty where nothing. */
  readonly lacking: string;
  /** The figures of this operation alone; null where nothing was found. */
  readonly risk: Risk | null;
  readonly factors: readonly ExplainedFactor[];
}

const FACTORS = ['Damage', 'Reproducibility', 'Exploitability', 'Affected users', 'Discoverability'] as const;

/** Explains one rule on one operation. A rule that throws is explained by what it threw. */
export function explainRule(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): RuleExplanation {
  const { reasons, evidence } = judged(rule, operation, factsFor(analysis, api));
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
    controls: explainControls(analysis, api, operation, rule),
    answers,
    lacking: finding?.lacking ?? '',
    risk: appraisal?.risk ?? null,
    factors: factorsOf(rule, evidence, finding, appraisal?.dread ?? null),
  };
}

/** What a rule asks of an operation, and how it comes out. */
export function reasonsOn(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): readonly Reason[] {
  return judged(rule, operation, factsFor(analysis, api)).reasons;
}

/** What a rule reads of an API beside the operation. */
function factsFor(analysis: Analysis, api: ApiAnalysis): ApiFacts {
  const newer = newerEditions(analysis.apis.map(({ description }) => description)).get(api.description) ?? 0;
  return { description: api.description, exposure: api.exposure, newer };
}

function judged(rule: Rule, operation: Operation, facts: ApiFacts) {
  try {
    const reasons = reasonsFor(rule, operation, facts);
    const evidence = evidenceOn(rule, operation, facts);
    const silent = evidence === null && reasons.every(({ holds }) => holds);
    const nothing: Reason = { holds: false, text: 'Nothing in the operation shows it.', at: null };
    return { reasons: silent ? [...reasons, nothing] : reasons, evidence };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reasons: [{ holds: false, text: `The rule failed here: ${why}`, at: null }], evidence: null };
  }
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
