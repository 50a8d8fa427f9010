import type { Shape } from '../../openapi/types';
import { factsOf } from './operation-facts';
import { perShape } from './per-object';

/**
 * The last segment of a path that stands for any number of segments: `{proxy+}` (Amazon API Gateway), `{path=**}` (Google),
 * `{path:.*}`, `{*path}`, `**`; empty where none does.
 */
export const catchAllOf: (operation: Shape) => string = perShape((operation) => {
  const last = factsOf(operation).segments.at(-1) ?? '';
  if (operation.kind !== 'operation') return '';
  return last === '**' || last === '*' || isGreedy(last) ? last : '';
});

const GREEDY: ReadonlySet<string> = new Set(['+', '*', '=**', ':.*', ':.+']);

/** A parameter that takes whatever the path goes on with. */
export function isGreedy(segment: string): boolean {
  if (!segment.startsWith('{') || !segment.endsWith('}')) return false;
  const inside = segment.slice(1, -1);
  return inside.startsWith('*') || GREEDY.has(inside.replace(/^\w+/, ''));
}
