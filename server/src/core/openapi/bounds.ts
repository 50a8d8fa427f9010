import type { Node } from './node';
import type { Bounds } from './types';

export const UNBOUNDED: Bounds = { hasPattern: false, hasEnum: false };

/** The size limits that a schema (or a 2.0 parameter) states itself. */
export function boundsOf(schema: Node): Bounds {
  let bounds = UNBOUNDED;
  for (const [key, value] of schema.entries()) {
    switch (key) {
      case 'maximum':
      case 'exclusiveMaximum':
        bounds = withNumber(bounds, 'maximum', value);
        break;
      case 'maxLength':
      case 'maxItems':
        bounds = withNumber(bounds, key, value);
        break;
      case 'pattern':
        bounds = { ...bounds, hasPattern: true };
        break;
      case 'enum':
      case 'const':
        bounds = { ...bounds, hasEnum: true };
    }
  }
  return bounds;
}

function withNumber(bounds: Bounds, key: 'maximum' | 'maxLength' | 'maxItems', node: Node): Bounds {
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
