import type { Operation } from '../../openapi/types';
import { SAFE_METHODS } from '../grammar/words';
import type { WhereOperations } from '../types';

/** Whether an operation is one that the place names; a path without a pattern is compared by its text here. */
export function matches(where: WhereOperations, operation: Operation): boolean {
  switch (where.by) {
    case 'operation':
      return operation.operationId === where.name;
    case 'tag':
      return operation.tags.includes(where.name);
    case 'webhook':
    case 'callback':
      return operation.kind === where.by && operation.name === where.name;
    default:
      return (
        operation.kind === 'operation' &&
        methodFits(where.method, operation.method) &&
        pathFits(where.name, operation.path)
      );
  }
}

export function methodFits(wanted: string, method: string): boolean {
  if (wanted === 'ANY') return true;
  if (wanted === 'READ') return SAFE_METHODS.has(method);
  if (wanted === 'WRITE') return !SAFE_METHODS.has(method);
  return wanted === method;
}

function pathFits(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return pattern === path || decoded(pattern) === path;
  return segmentsFit(pattern.split('/').slice(1), path.split('/').slice(1));
}

const decoded = (path: string): string => path.replaceAll('%20', ' ');

/** `*` within a segment, `**` for any number of them, also none. Linear: only the last `**` is ever tried again. */
function segmentsFit(pattern: readonly string[], path: readonly string[]): boolean {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < path.length) {
    if (pattern[p] === '**') {
      star = p++;
      resume = s;
    } else if (p < pattern.length && segmentFits(pattern[p] ?? '', path[s] ?? '')) {
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++resume;
    } else return false;
  }
  while (pattern[p] === '**') p++;
  return p === pattern.length;
}

function segmentFits(pattern: string, segment: string): boolean {
  if (!pattern.includes('*')) return pattern === segment || (isTemplate(pattern) && isTemplate(segment));
  const pieces = pattern.split('*');
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (!segment.startsWith(first) || !segment.endsWith(last) || segment.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = segment.indexOf(piece, at);
    if (found < 0 || found + piece.length > segment.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}

const isTemplate = (segment: string): boolean => /^\{[^}]*\}$/.test(segment);

/** The path with its templates' names left out: what two descriptions of one operation share. */
export const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');
