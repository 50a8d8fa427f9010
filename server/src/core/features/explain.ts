import { nameOf } from '../coverage';
import type { Case } from '../coverage/appraise';
import type { Analysis, ApiAnalysis, Finding, Risk, State } from '../coverage/types';
import type { Mitigation, NotApplicable } from '../model/types';
import type { Operation } from '../openapi/types';
import { type Assessment, appraise, assess } from '../risk';
import type { Reason } from '../rules';
import type { Evidence, Rule } from '../rules/types';
import { type ExplainedControl, explainControls } from './explain-controls';
import { silencesOf } from './explain-silences';
import { judge } from './judge';
import { mitigationAt } from './stub-text';

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
  /** The same by all methods, with where each number comes from; null where nothing was found. */
  readonly assessment: Assessment | null;
}

/** Explains one rule on one operation. A rule that throws is explained by what it threw. */
export function explainRule(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): RuleExplanation {
  const { reasons, evidence, seen } = judge(analysis, api, operation, rule);
  const finding = evidence === null ? undefined : findingOn(api, operation, rule);
  const answers = finding?.answers ?? [];
  const basis = finding?.basis ?? null;
  const own: Case | null = evidence === null || basis === null ? null : { ...basis, operation: seen, evidence };
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
    risk: own === null ? null : appraise(own).risk,
    assessment: own === null ? null : assess(own),
  };
}

/** The finding that the operation's evidence went into. */
function findingOn(api: ApiAnalysis, operation: Operation, rule: Rule): Finding | undefined {
  return api.findings.find((finding) => finding.rule === rule.id && finding.operations.includes(operation));
}

function stateOf(finding: Finding | undefined): State | null {
  return finding === undefined || finding.state === 'unanswered' ? null : finding.state;
}
