import { type Place, rangeOf, type Workspace } from '../../core/index';
import { type Explained, type Explanations, silentByReason } from '../report/explained';
import { pathFrom, pathOf } from '../report/paths';
import { assessmentJson } from './risk-json';

/** The machine-readable explanation: every operation with its reasons, and what they come to together. */
export function explanationJson({ rule, workspace, workingDirectory, explained }: Explanations): string {
  const { id, title, impact, falsePositive, mend, stubs, stride, owasp, cwe, capec = [], asvs = [] } = rule;
  const at = (place: Place | null) => position(workspace, workingDirectory, place);
  const result = {
    version: 1,
    rule: { id, title, stride, owasp, cwe, capec, asvs, impact, falsePositive, mend, stubs },
    fired: explained.filter(({ explanation }) => explanation.fired).length,
    silent: silentByReason(explained).map(({ reason, operations }) => ({ reason, operations: operations.length })),
    operations: explained.map((one) => operationJson(one, at)),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

type Where = (place: Place | null) => { readonly file: string; readonly line: number; readonly column: number } | null;

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

/** Counted from 1. */
function position(workspace: Workspace, workingDirectory: string, place: Place | null): ReturnType<Where> {
  const document = place === null ? undefined : workspace.get(place.uri);
  const range = place === null || document === undefined ? null : rangeOf(document, place);
  if (place === null || range === null) return null;
  const { line, character } = range.start;
  return { file: pathFrom(workingDirectory, pathOf(place.uri)), line: line + 1, column: character + 1 };
}
