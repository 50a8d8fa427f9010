import { bindingOf } from '../../../coverage';
import type { Analysis, ApiAnalysis } from '../../../coverage/types';
import { type Binding, isPattern, type Model, partOf, whereStart, wordsOfModel } from '../../../model';
import type { Mitigation, NotApplicable, Statement } from '../../../model/types';
import type { Operation } from '../../../openapi/types';
import { ANSWERS_KEY, type SourceDocument } from '../../../text';
import type { Change } from '../../../text/edit';
import type { Workspace } from '../../../workspace';
import { type Spot, spotFor } from '../spot';
import { type Moved, movedEntry } from './moved-entry';
import { rebased, rewritten } from './rewritten';

/** What a model's entry reaches: all in one place of one description. */
interface Reached {
  readonly api: ApiAnalysis;
  readonly apiId: string;
  readonly operations: readonly Operation[];
  readonly spot: Spot;
}

/**
 * Moves an entry of a model into the description that it speaks of; null where it stands for more than one operation, one path or one API
 * by their names, or is part of what other models say.
 */
export function movedToDescription(
  workspace: Workspace,
  analysis: Analysis,
  model: Model,
  entry: Mitigation | NotApplicable,
): (Moved & { readonly spot: Spot }) | null {
  const from = workspace.get(entry.at.uri);
  const section = 'statement' in entry ? 'notApplicable' : 'mitigations';
  const key = 'statement' in entry ? entry.statement.text : entry.id;
  if (from === undefined || model.shared || isChanged(workspace, model, section, key)) return null;
  const binding = bindingOf(model, analysis.apis);
  const reached = reachedBy(workspace, analysis, model, binding, entry);
  const to = reached === null ? undefined : workspace.get(reached.spot.uri);
  if (reached === null || to === undefined) return null;
  const { spot } = reached;
  const textOf = (statement: Statement) => textAt(statement, binding, reached);
  const path = [section, key];
  const changes = 'statement' in entry ? [] : changesOf(from, path, entry, textOf, spot.uri);
  const name = 'statement' in entry ? textOf(entry.statement) : key;
  if (changes === null || name === null) return null;
  const renamed: readonly Change[] = name === key ? [] : [{ kind: 'rename', path, key: name }];
  const target = { to, section: [...spot.path, ANSWERS_KEY, section], key: name };
  return { ...movedEntry({ from, path, changes: [...changes, ...renamed], ...target }), spot };
}

/** Whether it changes an entry of an included file, or is one of those that do: it says only a part then. */
function isChanged(workspace: Workspace, { uri, files }: Model, section: string, key: string): boolean {
  return [...files].some((file) => {
    const document = file === uri ? undefined : workspace.get(file);
    return document !== undefined && wordsOfModel(document).some((one) => one.section === section && one.entry === key);
  });
}

function reachedBy(
  workspace: Workspace,
  analysis: Analysis,
  model: Model,
  binding: Binding,
  entry: Mitigation | NotApplicable,
): Reached | null {
  const answered = 'statement' in entry ? [entry.statement] : [...entry.covers, ...entry.removes];
  const all = 'statement' in entry ? answered : [...answered, ...entry.except];
  if (answered.length === 0 || !all.every((statement) => isByName(statement, model))) return null;
  const bound = answered.flatMap((statement) => [...binding.operationsOf(statement)]);
  const operations = [...new Set(bound.map(({ operation }) => operation))];
  const [first] = operations;
  const api = analysis.apis.find(({ description }) => first !== undefined && description.operations.includes(first));
  const apiId = bound[0]?.api ?? '';
  if (api === undefined || bound.some((one) => one.api !== apiId)) return null;
  const outside = all.flatMap((statement) => [...binding.operationsOf(statement)]);
  if (outside.some(({ operation }) => !operations.includes(operation))) return null;
  const isWhole = answered.some(({ where }) => where.kind === 'named' && where.id === apiId);
  const isPath = answered.every(({ where }) => where.kind === 'operations' && where.method === 'ANY');
  const spot = spotFor(workspace, api, apiId, isWhole ? apiId : operations, isPath);
  return spot === null || (spot.reach === 'api' && !isWhole) ? null : { api, apiId, operations, spot };
}

/** Places that more may come to, and those that lead through something else, mean more than a place of the description does. */
function isByName({ where }: Statement, model: Model): boolean {
  if (where.kind === 'named') return ['apis', 'threats'].includes(model.names.get(where.id) ?? '');
  return where.kind === 'operations' && where.by !== 'tag' && !isPattern(where.name);
}

/** A statement as the description says it, without the place where that is all that it stands on. */
function textAt(statement: Statement, binding: Binding, { operations, apiId }: Reached): string {
  const { text, what, where } = statement;
  const start = whereStart(statement);
  if (what === null && where.kind === 'named' && where.id !== apiId) return text;
  const isAll = binding.operationsOf(statement).length === operations.length;
  const part = partOf(where);
  const place = isAll ? part : text.slice(start).replace(new RegExp(`^${apiId.replaceAll('.', '\\.')} (?=\\S)`), '');
  const said = text.slice(0, start);
  return place === '' ? said.replace(/\s+on\s+$/, '') : said + place;
}

function changesOf(
  from: SourceDocument,
  path: readonly string[],
  answer: Mitigation,
  textOf: (statement: Statement) => string,
  uri: string,
): readonly Change[] | null {
  const changes: Change[] = [];
  for (const key of ['covers', 'except', 'removes'] as const) {
    const own = rewritten(from, [...path, key], (text) => {
      const statement = answer[key].find((one) => one.text === text);
      return statement === undefined ? null : [textOf(statement)];
    });
    if (own === null) return null;
    changes.push(...own);
  }
  const proofs = rewritten(from, [...path, 'evidence'], rebased(answer.at.uri, uri));
  return proofs === null ? null : [...changes, ...proofs];
}
