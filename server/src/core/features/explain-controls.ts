import { CONTROLS } from '../controls';
import { answeringOn, bindingOf } from '../coverage';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import { isInPlace } from '../model';
import type { Mitigation, Model } from '../model/types';
import type { Operation } from '../openapi/types';
import { type ShownControl, shownControl } from '../rules';
import type { Rule } from '../rules/types';

/** A control that clears a rule, and what is known of it on an operation. */
export interface ExplainedControl extends ShownControl {
  readonly id: string;
  readonly title: string;
  /** Who says so. */
  readonly source: 'specification' | 'model';
}

const titles = new Map(CONTROLS.map(({ id, title }) => [id, title]));

/** The rule's controls on the operation: the model's word counts before what the specification shows. */
export function explainControls(
  analysis: Analysis,
  api: ApiAnalysis,
  operation: Operation,
  rule: Rule,
): ExplainedControl[] {
  return rule.controls.map((id): ExplainedControl => {
    const title = titles.get(id) ?? id;
    const told = toldOf(analysis, api, operation, id);
    if (told !== null) return { id, title, source: 'model', ...told };
    return { id, title, source: 'specification', ...shownOf(id, operation) };
  });
}

/** What fails to be read shows nothing. */
function shownOf(control: string, operation: Operation): ShownControl {
  try {
    return shownControl(control, operation);
  } catch {
    return { state: 'unknown', text: 'The description could not be read here.', at: null };
  }
}

function toldOf(analysis: Analysis, api: ApiAnalysis, operation: Operation, control: string): ShownControl | null {
  const told = answeringOn(api).flatMap(({ model }) =>
    model.mitigations
      .filter((answer) => answer.control === control && reaches(analysis, model, answer, operation))
      .map(saying),
  );
  return told.find(({ state }) => state === 'yes') ?? told[0] ?? null;
}

function reaches(analysis: Analysis, model: Model, { covers, except }: Mitigation, operation: Operation): boolean {
  const binding = bindingOf(model, analysis.apis);
  const hits = (statement: Mitigation['covers'][number]) =>
    binding.operationsOf(statement).some((hit) => hit.operation === operation);
  return covers.some(hits) && !except.some(hits);
}

function saying(answer: Mitigation): ShownControl {
  const { id, status, missing, at } = answer;
  if (status === 'missing') return { state: 'no', text: `"${id}" says that it is missing.`, at };
  if (missing.length > 0) return { state: 'unknown', text: `"${id}" lacks ${missing.join(', ')}.`, at };
  if (isInPlace(answer)) return { state: 'yes', text: `"${id}" is ${status}.`, at };
  return { state: 'unknown', text: `"${id}" is planned, not done.`, at };
}
