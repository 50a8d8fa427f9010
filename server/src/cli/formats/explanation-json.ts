import type { Place } from '../../core/index';
import { type Explained, type Explanations, silentByReason } from '../report/explained';
import { type Located, locatedFrom } from '../report/located';
import { jsonText } from './json-text';
import { assessmentJson } from './risk-json';

/** The machine-readable explanation: every operation with its reasons, and what they come to together. */
export function explanationJson(explanations: Explanations): string {
  const { rule, explained } = explanations;
  const { id, title, impact, falsePositive, mend, stubs, stride, owasp, cwe, capec = [], asvs = [] } = rule;
  const at = (place: Place | null) => locatedFrom(explanations, place);
  const result = {
    version: 1,
    rule: { id, title, stride, owasp, cwe, capec, asvs, impact, falsePositive, mend, stubs },
    fired: explained.filter(({ explanation }) => explanation.fired).length,
    silent: silentByReason(explained).map(({ reason, operations }) => ({ reason, operations: operations.length })),
    operations: explained.map((one) => operationJson(one, at)),
  };
  return jsonText(result);
}

type Where = (place: Place | null) => Located | null;

function operationJson({ api, explanation }: Explained, at: Where) {
  const { operation, fired, verdict, reasons, evidence, state, finding, controls, answers, silences, lacking } =
    explanation;
  const { risk, assessment } = explanation;
  return {
    api: api.id,
    method: operation.method,
    path: operation.path,
    ...(operation.operationId === '' ? {} : { operationId: operation.operationId }),
    at: at(operation.at),
    fired,
    message: verdict,
    ...(evidence === null
      ? {}
      : { certainty: finding?.certainty ?? evidence.certainty, state, sharedBy: finding?.operations.length ?? 1 }),
    reasons: reasons.map((reason) => ({ holds: reason.holds, text: reason.text, at: at(reason.at) })),
    controls: controls.map((one) => ({
      id: one.id,
      title: one.title,
      state: one.state,
      source: one.source,
      text: one.text,
      at: at(one.at),
    })),
    answers: answers.map(({ id, title, strategy, status }) => ({ id, title, strategy, status })),
    ...(silences.length === 0
      ? {}
      : { silences: silences.map(({ reason, at: place }) => ({ reason, at: at(place) })) }),
    ...(lacking === '' ? {} : { lacking }),
    ...(risk === null ? {} : { risk }),
    ...(assessment === null ? {} : assessmentJson(assessment)),
  };
}
