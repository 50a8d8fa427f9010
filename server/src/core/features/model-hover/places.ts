import { bindingOf } from '../../coverage';
import type { BoundOperation, ModelWord } from '../../model';
import { partsOf } from '../../model/bind/parts';
import { operationText } from '../../model/edit/operation-text';
import { parseWhere } from '../../model/grammar/where';
import type { Where } from '../../model/types';
import { explainOperation } from '../explain-operation';
import { escapeMarkdown } from '../markdown';
import type { Subject } from './subject';

const MOST = 10;

/** What a place names: one operation with its six categories, or how many and which. */
export function explainPlace(subject: Subject, where: Where, role: ModelWord['role']): string {
  const found = operationsAt(subject, where);
  const [only] = found;
  if (only === undefined) return 'It names no operation\\.';
  if (found.length > 1) return several(found);
  const { operation } = only;
  const api = subject.analysis.apis.find(({ description }) => description.operations.includes(operation));
  if (api === undefined) return '';
  const summary = operation.summary === '' ? [] : [escapeMarkdown(operation.summary)];
  const part = role === 'part' && 'part' in where ? [partInWords(found, where.part)] : [];
  return [...part, ...summary, explainOperation(subject.analysis, api, operation, subject.options)].join('\n\n');
}

/** The same for a place as it is written; empty where it does not read. */
export function explainPlaceText(subject: Subject, text: string): string {
  const parsed = parseWhere(text);
  return 'value' in parsed ? explainPlace(subject, parsed.value, 'path') : '';
}

export function operationsAt({ model, analysis }: Subject, where: Where): readonly BoundOperation[] {
  if (model === undefined) return [];
  const statement = { what: null, where, text: '', at: model.at };
  // In a file that models include, a place means what it means in each of them.
  const whole = analysis.models.filter(({ files }) => files.has(model.uri));
  const found = whole.flatMap((one) => bindingOf(one, analysis.apis).operationsOf(statement));
  return [...new Map(found.map((one) => [one.operation, one])).values()];
}

function several(found: readonly BoundOperation[]): string {
  const apis = new Set(found.map(({ api }) => api));
  const lines = found.slice(0, MOST).map(({ api, operation }) => {
    const summary = operation.summary === '' ? '' : `: ${operation.summary}`;
    return `- ${escapeMarkdown(`${operationText(operation, apis.size > 1 ? api : '')}${summary}`)}`;
  });
  const rest = found.length > MOST ? [`- and ${found.length - MOST} more`] : [];
  return [`**${found.length} operations**`, '', ...lines, ...rest].join('\n');
}

function partInWords(found: readonly BoundOperation[], part: string): string {
  const has = found.some(({ operation }) => partsOf(operation).has(part));
  const [side = '', ...names] = part.split('.');
  const name = escapeMarkdown(names.join('.'));
  return has ? `**${name}** in the ${side} of` : `**${name}** is not listed in the ${side} of`;
}
