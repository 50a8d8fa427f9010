import type { WhereFlow } from '../types';
import { failure, type Parsed } from './scanner';

/** Reads `shopper -> gateway -> store`: ids between arrows, at least two. */
export function parseFlow(text: string, from = 0): Parsed<WhereFlow> {
  const hops: string[] = [];
  let start = from;
  for (const piece of text.slice(from).split('->')) {
    const name = piece.trim();
    const at = start + piece.indexOf(name);
    if (name === '') {
      return failure('malformed-flow', 'An arrow stands between two names: `shopper -> store`', {
        start,
        end: Math.min(text.length, start + Math.max(piece.length, 2)),
      });
    }
    if (!/^[A-Za-z_][\w.-]*$/.test(name)) {
      return failure('malformed-flow', `\`${name}\` is no id: a flow is ids and arrows`, {
        start: at,
        end: at + name.length,
      });
    }
    hops.push(name);
    start += piece.length + 2;
  }
  if (hops.length < 2)
    return failure('malformed-flow', 'A flow has two ends: `shopper -> store`', { start: from, end: text.length });
  return { value: { kind: 'flow', hops } };
}
