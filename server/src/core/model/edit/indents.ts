import { kindOf } from '../../text';
import { type Pair, pairsOf, type RootPair } from '../read/cells';
import type { Indents } from './stub-text';

const USUAL_STEP = 2;

/** The column at which the root keys stand. */
export function rootColumn([first]: readonly RootPair[]): number {
  return first === undefined ? 0 : columnOf(first);
}

/** Where an entry of a section stands and how far what is in it stands in: as the section has it, else as the model has it. */
export function entryIndents(roots: readonly RootPair[], root: RootPair | undefined): Indents {
  const own = root === undefined ? [] : blockEntries(root);
  const step = modelStep(roots);
  const base = rootColumn(roots);
  const last = own.at(-1);
  const column = last === undefined ? base + step : columnOf(last);
  const inner = own.map(stepWithin).find((one) => one > 0);
  return { column, step: inner ?? (last === undefined ? step : column - base) };
}

function modelStep(roots: readonly RootPair[]): number {
  for (const root of roots) {
    const [first] = blockEntries(root);
    if (first !== undefined) return columnOf(first) - columnOf(root);
  }
  return USUAL_STEP;
}

/** The pairs that have lines of their own below a key. */
function blockEntries(root: Pair & { readonly children?: RootPair['children'] }): readonly Pair[] {
  if (root.children) return root.children;
  const { block, node } = root.value;
  if (kindOf(block, node) !== 'map' || block.text[block.tree?.[node * 3 + 1] ?? 0] === '{') return [];
  return pairsOf(root.value);
}

function stepWithin(entry: Pair): number {
  const [first] = blockEntries(entry);
  return first === undefined ? 0 : columnOf(first) - columnOf(entry);
}

function columnOf({ keyAt: { block, start } }: Pair): number {
  const line = block.text.slice(block.text.lastIndexOf('\n', start - 1) + 1);
  return Math.max(0, line.search(/[^ \t\uFEFF]/));
}
