import { bindingOf, operationsAt } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import type { Drift } from '../../drift';
import { listed } from '../../model';
import type { Model, Where } from '../../model/types';

const MOST_NAMED = 3;

/** A question for a new operation that answers reach by patterns alone, behind what is told of it; empty where some answer names it. */
export function reachedByPatterns({ now }: Drift, model: Model, analysis: Analysis): string {
  const operation = now?.operation;
  if (operation == null) return '';
  const binding = bindingOf(model, analysis.apis);
  const { mitigations, assumptions, notApplicable } = model;
  const reaching = [
    ...[...mitigations, ...assumptions].flatMap(({ covers }) => covers),
    ...notApplicable.map(({ statement }) => statement),
  ].filter((statement) => operationsAt(statement, binding).has(operation));
  if (reaching.length === 0 || reaching.some(({ where }) => isExact(where))) return '';
  const texts = [...new Set(reaching.map(({ text }) => `\`${text}\``))];
  const more = texts.length - MOST_NAMED;
  const shown = more > 0 ? [...texts.slice(0, MOST_NAMED), `${more} more`] : texts;
  return `. It is answered by patterns alone (${listed(shown)}): does that hold for it?`;
}

/** Whether a place names one operation, rather than all that are alike. */
function isExact(where: Where): boolean {
  if (where.kind !== 'operations' || where.by === 'tag') return false;
  return where.by !== 'path' || (!where.name.includes('*') && !['ANY', 'READ', 'WRITE'].includes(where.method));
}
