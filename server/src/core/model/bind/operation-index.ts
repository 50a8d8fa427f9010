import type { Operation } from '../../openapi/types';
import { memo } from '../../text';
import { isPattern } from '../grammar/path';
import { SAFE_METHODS } from '../grammar/words';
import type { WhereOperations } from '../types';
import { groupBy } from './group-by';

/** What an operation is named by. */
export type Nameable = Pick<Operation, 'kind' | 'method' | 'path' | 'name' | 'operationId' | 'tags'>;

/** The operations of one description by what names them. */
export interface OperationIndex<One extends Nameable = Operation> {
  readonly operations: readonly One[];
  readonly byPath: ReadonlyMap<string, readonly One[]>;
  /** Paths by their shape: `/orders/{}`. */
  readonly byShape: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, readonly One[]>;
  readonly segments: readonly (readonly [string, readonly string[]])[];
}

/** The index of an array of operations, remembered with it. */
export const indexOf: (operations: readonly Operation[]) => OperationIndex = memo((operations) => indexed(operations));

/** The index of what may be no operation any more. */
export function indexed<One extends Nameable>(operations: readonly One[]): OperationIndex<One> {
  const own = operations.filter((operation) => operation.kind === 'operation');
  const byPath = groupBy(own, (operation) => operation.path.replaceAll(' ', '%20'));
  const paths = [...byPath.keys()];
  return {
    operations,
    byPath,
    byShape: groupBy(paths, shapeOf),
    byId: groupBy(operations, (operation) => operation.operationId),
    segments: paths.map((path) => [path, path.split('/')] as const),
  };
}

type Paths = Pick<OperationIndex, 'byShape'>;

/** The paths that differ from one in the names of its templates alone. */
export function pathsOfShape(index: Paths, path: string): readonly string[] {
  return isPattern(path) ? [] : (index.byShape.get(shapeOf(path)) ?? []);
}

function shapeOf(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}');
}

/** The operations that a place names in one API. */
export function findOperations<One extends Nameable>(
  index: OperationIndex<One>,
  where: WhereOperations,
): readonly One[] {
  const { by, name } = where;
  switch (by) {
    case 'operation':
      return name === '' ? [] : (index.byId.get(name) ?? []);
    case 'tag':
      return index.operations.filter((operation) => operation.tags.includes(name));
    case 'webhook':
    case 'callback':
      return index.operations.filter(
        (operation) => operation.kind === by && (operation.name === name || operation.path === name),
      );
    default:
      return pathsOf(index, name).flatMap((path) =>
        (index.byPath.get(path) ?? []).filter((operation) => takes(where.method, operation.method)),
      );
  }
}

/** Whether `ANY`, `READ`, `WRITE` or a method takes this one. */
function takes(wanted: string, method: string): boolean {
  if (wanted === 'ANY') return true;
  if (wanted === 'READ') return SAFE_METHODS.has(method);
  return wanted === 'WRITE' ? !SAFE_METHODS.has(method) : wanted === method;
}

function pathsOf<One extends Nameable>(index: OperationIndex<One>, name: string): readonly string[] {
  if (isPattern(name)) {
    const pattern = name.split('/').map(matcherOf);
    return index.segments.filter(([, segments]) => matches(pattern, segments)).map(([path]) => path);
  }
  if (index.byPath.has(name)) return [name];
  const shaped = index.byShape.get(shapeOf(name)) ?? [];
  return shaped.length === 1 ? shaped : [];
}

type Matcher = string | RegExp | null;

/** `null` is `**`; a `*` keeps within its segment; `{x}` is a template, whatever its name. */
function matcherOf(segment: string): Matcher {
  if (segment === '**') return null;
  if (!/[*{]/.test(segment)) return segment;
  const source = segment.replace(/\*+|\{[^}]*\}|[^*{]/g, (piece) => {
    if (piece.startsWith('*')) return '.*';
    return piece.startsWith('{') ? '\\{[^}]*\\}' : piece.replace(/[.+?^$()|[\]\\}]/g, '\\$&');
  });
  return new RegExp(`^${source.replace(/\{(?!\[)(?<!\\\{)/g, '\\{')}$`);
}

/** Linear: of several `**` only the last one is ever tried again. */
function matches(pattern: readonly Matcher[], segments: readonly string[]): boolean {
  let at = 0;
  let segment = 0;
  let star = -1;
  let resume = 0;
  while (segment < segments.length) {
    const matcher = pattern[at];
    if (matcher === null) {
      star = at++;
      resume = segment;
    } else if (matcher !== undefined && fits(matcher, segments[segment] ?? '')) {
      at++;
      segment++;
    } else if (star >= 0) {
      at = star + 1;
      segment = ++resume;
    } else return false;
  }
  return pattern.slice(at).every((matcher) => matcher === null);
}

function fits(matcher: string | RegExp, segment: string): boolean {
  return typeof matcher === 'string' ? matcher === segment : matcher.test(segment);
}
