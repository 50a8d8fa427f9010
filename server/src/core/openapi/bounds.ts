import type { Node } from './node';
import { isCostly } from './patterns';
import type { Bounds } from './types';

export const UNBOUNDED: Bounds = { hasPattern: false, hasEnum: false };

export const BOUND_KEYS: readonly string[] = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'maxItems',
  'pattern',
  'enum',
  'const',
];

/** The bounds with what one more key of the schema says; the same where it says nothing of size. */
export function withBound(bounds: Bounds, key: string, value: Node): Bounds {
  switch (key) {
    case 'minimum':
    case 'exclusiveMinimum':
      return withNumber(bounds, 'minimum', value);
    case 'maximum':
    case 'exclusiveMaximum':
      return withNumber(bounds, 'maximum', value);
    case 'minLength':
    case 'maxLength':
    case 'maxItems':
      return withNumber(bounds, key, value);
    case 'pattern':
      return { ...bounds, hasPattern: true, ...(isCostly(value.text() ?? '') && { costlyPattern: true }) };
    case 'enum':
    case 'const':
      return { ...bounds, hasEnum: true };
    default:
      return bounds;
  }
}

function withNumber(
  bounds: Bounds,
  key: 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'maxItems',
  node: Node,
): Bounds {
  const text = node.text();
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isNaN(value) ? bounds : { ...bounds, [key]: value };
}

/** The limits of either; a number of the first counts before one of the second. */
export function mergeBounds(first: Bounds, second: Bounds): Bounds {
  if (second === UNBOUNDED) return first;
  if (first === UNBOUNDED) return second;
  return {
    ...second,
    ...first,
    hasPattern: first.hasPattern || second.hasPattern,
    hasEnum: first.hasEnum || second.hasEnum,
  };
}
