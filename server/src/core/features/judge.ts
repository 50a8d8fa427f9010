import { answeringOn, bindingOf, speakersOf } from '../coverage';

import { dataOf } from '../coverage/data-settings';
import { reachedBy } from '../coverage/reached';
import { settingsOf } from '../coverage/rule-settings';
import { newerEditions } from '../coverage/siblings';
import { isCalledInside, type Touch } from '../coverage/touches';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { evidenceOn, type Reason, reasonsFor } from '../rules';
import type { ApiFacts, Evidence, Rule } from '../rules/types';

export interface Judgement {
  /** What was asked, in the order of asking, up to the first that speaks against it. */
  readonly reasons: readonly Reason[];
  readonly evidence: Evidence | null;
  /** The operation as the models see it. */
  readonly seen: Operation;
}

const NOT_OURS: Reason = {
  holds: false,
  text: 'A component serves it, and no API of ours: rules do not judge what others serve.',
  at: null,
};

/** Asks a rule of an operation as the analysis does: with what the models say of rules, data and business flows. */
export function judge(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): Judgement {
  const off = api.called !== null ? NOT_OURS : switchedOff(api, rule);
  if (off !== null) return { reasons: [off], evidence: null, seen: operation };
  try {
    const seen = dataOf(speakersOf(api.models).map(({ model }) => model))?.see(operation) ?? operation;
    const facts = factsFor(analysis, api, operation);
    const reasons = reasonsFor(rule, seen, facts);
    const evidence = evidenceOn(rule, seen, facts);
    const silent = evidence === null && reasons.every(({ holds }) => holds);
    const nothing: Reason = { holds: false, text: 'Nothing in the operation shows it.', at: null };
    return { reasons: silent ? [...reasons, nothing] : reasons, evidence, seen };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      reasons: [{ holds: false, text: `The rule failed here: ${why}`, at: null }],
      evidence: null,
      seen: operation,
    };
  }
}

function switchedOff({ models }: ApiAnalysis, rule: Rule): Reason | null {
  const known = speakersOf(models).map(({ model }) => model);
  if (!settingsOf(known).off.has(rule.id)) return null;
  const entry = known.flatMap((model) => model.rules).find(({ id, level }) => id === rule.id && level === 'off');
  return { holds: false, text: `The threat model switches it off: ${entry?.reason ?? ''}`, at: entry?.at ?? null };
}

/** What a rule reads beside the operation. */
function factsFor(analysis: Analysis, api: ApiAnalysis, operation: Operation): ApiFacts {
  const { description, exposure, models } = api;
  const newer =
    newerEditions(analysis.apis.filter(({ called }) => called === null).map((one) => one.description)).get(
      description,
    ) ?? 0;
  const { parameters } = settingsOf(speakersOf(models).map(({ model }) => model));
  const touches = touchesOf(analysis, api).get(operation) ?? [];
  const businessFlow = touches.some(({ kind }) => kind === 'business-flow');
  return { description, exposure, newer, businessFlow, calledInside: isCalledInside(touches), parameters };
}

const known = new WeakMap<ApiAnalysis, ReadonlyMap<Operation, readonly Touch[]>>();

/** What the models of an API say of its operations; an explanation asks for many rules of one analysis. */
function touchesOf(analysis: Analysis, api: ApiAnalysis): ReadonlyMap<Operation, readonly Touch[]> {
  const kept = known.get(api);
  if (kept !== undefined) return kept;
  const bindings = answeringOn(api).map(({ model }) => ({ model, binding: bindingOf(model, analysis.apis) }));
  const touches = reachedBy(bindings).byOperation;
  known.set(api, touches);
  return touches;
}
