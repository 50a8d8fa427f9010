import type { Operation } from '../../openapi/types';
import { didYouMean, nearest } from '../grammar/nearest';
import { isPattern } from '../grammar/path';
import type { ModelProblem, Statement, WhereCause, WhereOperations } from '../types';
import type { NamedApi } from './binding';
import { indexOf, pathsOfShape } from './operation-index';
import { hasPart, partsOf } from './parts';
import { problemAt, whereAt, whereStart, within } from './statement-span';

/** A place that names an API which the model does not have. `ids`: those that it has. */
export function unknownApi(id: string, ids: readonly string[], statement: Statement): ModelProblem {
  const suggestion = nearest(id, ids);
  const start = whereStart(statement);
  const { at, isExact } = within(statement, start, start + id.length);
  const message = `No API is called \`${id}\`${didYouMean(suggestion)}`;
  const problem = { code: 'unknown-api', message, severity: 'error', at } as const;
  if (suggestion === undefined || !isExact) return problem;
  return { ...problem, fix: { title: `Write \`${suggestion}\``, newText: suggestion } };
}

/** A place that no API has. */
export function missingPlace(
  where: WhereOperations | WhereCause,
  apis: readonly NamedApi[],
  statement: Statement,
): ModelProblem {
  if (where.kind === 'operations' && where.by === 'path' && isPattern(where.name)) {
    const message = `No operation matches \`${where.method} ${where.name}\``;
    return { code: 'hits-nothing', message, severity: 'error', at: whereAt(statement) };
  }
  const shared = where.by === 'path' ? sharedShape(where, apis, statement) : null;
  if (shared !== null) return shared;
  const names = new Set(
    apis.flatMap((api) => api.description.operations).map((operation) => nameOf(operation, where.by)),
  );
  const suggestion = where.kind === 'cause' || where.by === 'tag' ? undefined : nearest(where.name, names);
  const message = `The specification has no \`${written(where)}\`${didYouMean(suggestion)}`;
  return problemAt(statement, where.name, { code: 'unknown-operation', message }, [suggestion]);
}

/** A path that is in no specification, but its shape is, and several times. */
function sharedShape(where: WhereOperations | WhereCause, apis: readonly NamedApi[], statement: Statement) {
  const paths = apis.flatMap((api) => pathsOfShape(indexOf(api.description.operations), where.name));
  if (paths.length < 2) return null;
  const list = paths.map((path) => `\`${path}\``).join(' and ');
  const message = `${list} are like this: write the one that is meant as the specification does`;
  return problemAt(statement, where.name, { code: 'ambiguous-path', message }, paths);
}

/** A place that names no API and that several have. */
export function ambiguousPlace(ids: readonly string[], statement: Statement): ModelProblem {
  const names = ids.map((id) => `\`${id}\``).join(' and ');
  const message = `${names} have this: name one, or write \`every\` before it`;
  const start = whereStart(statement);
  const { at, isExact } = within(statement, start, statement.text.length);
  const place = statement.text.slice(start);
  const fixes = [...ids, 'every'].map((name) => ({
    title: `Write \`${name} ${place}\``,
    newText: `${name} ${place}`,
  }));
  return { code: 'ambiguous-api', message, severity: 'error', at, ...(isExact ? { fixes } : {}) };
}

/** A part that none of the operations has; null where there is nothing to say. */
export function missingPart(part: string, operations: readonly Operation[], statement: Statement): ModelProblem | null {
  if (part === '' || operations.length === 0 || operations.some((operation) => hasPart(operation, part))) return null;
  const suggestion = nearest(part, new Set(operations.flatMap((operation) => [...partsOf(operation)])));
  const message = `No operation there has \`${part}\`${didYouMean(suggestion)}`;
  return problemAt(statement, part, { code: 'unknown-part', message }, [suggestion]);
}

function written(where: WhereOperations | WhereCause): string {
  if (where.by !== 'path') return `${where.by} ${where.name}`;
  return `${where.kind === 'operations' ? where.method : ''} ${where.name}`;
}

function nameOf(operation: Operation, by: string): string {
  return by === 'operation' ? operation.operationId : by === 'path' ? operation.path : operation.name;
}
