import type { AnswerSite, Operation } from '../../openapi/types';
import { memo } from '../../text';
import { listed } from '../grammar/listed';
import { didYouMean, nearest } from '../grammar/nearest';
import { isPattern } from '../grammar/path';
import { REACHES } from '../read/read-answers';
import type { ModelProblem, Statement, WhereCause, WhereOperations } from '../types';
import type { NamedApi } from './binding';
import { causesOf } from './causes';
import { findOperations, indexOf, pathsOfShape } from './operation-index';
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

/** A place alone, where it has to be said what is answered there. */
export function placeAlone(statement: Statement): ModelProblem {
  const newText = `all on ${statement.text}`;
  const message = `Say what is answered there: \`${newText}\`, or name a \`control\``;
  const { at, isExact } = within(statement, 0, statement.text.length);
  const problem = { code: 'missing-what', message, severity: 'error', at } as const;
  return isExact ? { ...problem, fix: { title: `Write \`${newText}\``, newText } } : problem;
}

/** A place in a component of which nobody says what it serves. */
export function undescribed(id: string, statement: Statement): ModelProblem {
  const start = whereStart(statement);
  const { at } = within(statement, start, start + id.length);
  const message = `\`${id}\` is a component without a \`spec\`, so nothing is known of its operations: give it one, or name an API`;
  return { code: 'unknown-api', message, severity: 'error', at };
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
  const shared =
    where.by === 'path' ? (sharedShape(where, apis, statement) ?? otherMethods(where, apis, statement)) : null;
  if (shared !== null) return shared;
  const names = new Set(apis.flatMap((api) => [...namesIn(api.description.operations)(where.by)]));
  const suggestion = nearest(where.name, names);
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

/** A path that is there, without the method. */
function otherMethods(where: WhereOperations, apis: readonly NamedApi[], statement: Statement): ModelProblem | null {
  const any = { ...where, method: 'ANY' };
  const found = apis.flatMap((api) => findOperations(indexOf(api.description.operations), any));
  const methods = [...new Set(found.map(({ method }) => method))];
  if (methods.length === 0) return null;
  const message = `\`${where.name}\` has no ${where.method}: it has ${listed(methods)}`;
  const start = statement.text.lastIndexOf(`${where.method} `, statement.text.lastIndexOf(where.name));
  const { at, isExact } = within(statement, start, start + where.method.length);
  const problem = { code: 'unknown-operation', message, severity: 'error', at } as const;
  const fixes = methods.map((newText) => ({ title: `Write \`${newText}\``, newText }));
  const [fix] = fixes;
  if (!isExact || start < 0 || fix === undefined) return problem;
  return fixes.length === 1 ? { ...problem, fix } : { ...problem, fixes };
}

/** A place that names no API and that several have. */
export function ambiguousPlace(ids: readonly string[], statement: Statement): ModelProblem {
  const message = `${named(ids)} have this: name one, or write \`every\` before it`;
  return { code: 'ambiguous-api', message, severity: 'error', ...behind([...ids, 'every'], statement) };
}

/** A place that names no API and that only components have: what others serve is meant by name alone. */
export function calledPlace(ids: readonly string[], statement: Statement): ModelProblem {
  const message = `Only ${named(ids)} ${ids.length > 1 ? 'have' : 'has'} this, which you call: write its name before it`;
  return { code: 'unknown-operation', message, severity: 'error', ...behind(ids, statement) };
}

function named(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(' and ');
}

/** Where a place stands, and the repairs that write one of some names before it. */
function behind(names: readonly string[], statement: Statement): Pick<ModelProblem, 'at' | 'fix' | 'fixes'> {
  const start = whereStart(statement);
  const { at, isExact } = within(statement, start, statement.text.length);
  const place = statement.text.slice(start);
  const fixes = names.map((name) => ({ title: `Write \`${name} ${place}\``, newText: `${name} ${place}` }));
  const [fix] = fixes;
  if (!isExact || fix === undefined) return { at };
  return fixes.length === 1 ? { at, fix } : { at, fixes };
}

/** A place in the answers of a description that reaches further than what they stand on. */
export function outsidePlace(statement: Statement, { reach }: AnswerSite): ModelProblem {
  const on = REACHES[reach];
  const place = statement.text.slice(whereStart(statement));
  const message = `\`${place}\` lies outside of ${on}: what is written here holds on ${on} alone, so leave the place out, or write the answer where it is meant`;
  const problem = { code: 'outside-place', message, severity: 'warning', at: whereAt(statement) } as const;
  const { what, text } = statement;
  const { at, isExact } = within(statement, text.slice(0, whereStart(statement)).search(/\s+on\s+$/), text.length);
  if (what === null || !isExact || at.start < statement.at.start) return problem;
  return { ...problem, at, fix: { title: 'Leave the place out', newText: '' } };
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

/** The same of all operations of an API: gathered once for all places that none of them has. */
const namesIn = memo((operations: readonly Operation[]) => {
  const known = new Map<By, ReadonlySet<string>>();
  return (by: By): ReadonlySet<string> => {
    const names = known.get(by) ?? new Set(operations.flatMap((operation) => namesOf(operation, by)));
    known.set(by, names);
    return names;
  };
});

type By = (WhereOperations | WhereCause)['by'];

/** What an operation gives to be named by, in one way. */
function namesOf(operation: Operation, by: By): readonly string[] {
  switch (by) {
    case 'operation':
      return [operation.operationId];
    case 'path':
      return [operation.path];
    case 'tag':
      return operation.tags;
    case 'schema':
    case 'scheme':
      return [...causesOf(operation)].flatMap((cause) =>
        cause.startsWith(`${by} `) ? cause.slice(by.length + 1) : [],
      );
    default:
      return operation.kind === by ? [operation.name] : [];
  }
}
