import { type Block, detach, entries, get, items, kindOf, scalar } from '../text';

const ONE = ['const', 'default', 'example'];
const MANY = ['enum', 'examples'];

/** The values that a schema written in place gives itself: constant, default, examples, list. Looked up when asked for. */
export function writtenValues(block: Block, schema: number): readonly string[] {
  if (kindOf(block, schema) !== 'map') return [];
  const found = new Set<string>();
  for (const key of ONE) take(found, block, get(block, schema, key));
  for (const key of MANY) for (const value of membersOf(block, get(block, schema, key))) take(found, block, value);
  return [...found];
}

function* membersOf(block: Block, list: number): Iterable<number> {
  if (list < 0) return;
  if (kindOf(block, list) === 'sequence') yield* items(block, list);
  else if (kindOf(block, list) === 'map') for (const [, value] of entries(block, list)) yield value;
}

function take(found: Set<string>, block: Block, value: number): void {
  const text = value < 0 ? undefined : scalar(block, value);
  if (text !== undefined && text !== '') found.add(detach(text));
}
