import { sameList } from '../../text';
import type { TreeNode, TreeRow } from './tree-node';

/** How one tree becomes another, for who shows the first. */
export interface TreeChanges {
  /** Rows that stay where they are and show something else, or whose operations are others. */
  readonly changed: readonly TreeRow[];
  /** Parents whose children are others, or in another order. */
  readonly moved: readonly MovedChildren[];
}

export interface MovedChildren {
  /** The parent's id; empty for the top. */
  readonly parent: string;
  /** Ids of those to be taken out first. */
  readonly gone: readonly string[];
  /** What then comes in, each at its index of the new order, in ascending order. */
  readonly come: readonly { readonly index: number; readonly row: TreeRow }[];
}

/** What differs between two trees of the same options. A row that only moved stays the row that it was. */
export function treeChanges(before: readonly TreeNode[], after: readonly TreeNode[]): TreeChanges {
  const changed: TreeRow[] = [];
  const moved: MovedChildren[] = [];
  compare('', before, after, changed, moved);
  const old = new Map(before.map((group) => [group.id, group]));
  for (const group of after) {
    const was = old.get(group.id);
    if (was !== undefined) compare(group.id, was.rows, group.rows, changed, moved);
  }
  return { changed, moved };
}

function compare(
  parent: string,
  before: readonly TreeRow[],
  after: readonly TreeRow[],
  changed: TreeRow[],
  moved: MovedChildren[],
): void {
  if (sameList(before, after)) return;
  const old = new Map(before.map((row) => [row.id, row]));
  const touched = new Set<string>();
  for (const row of after) {
    const was = old.get(row.id);
    if (was === undefined || (was !== row && !shownAlike(was, row))) touched.add(row.id);
  }
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) touched.add(id);
  if (sameOrder(before, after)) {
    changed.push(...after.filter(({ id }) => touched.has(id)));
    return;
  }
  // A figure may change below what is shown: then the row is another object, and only looks alike.
  const anew = new Set([...touched, ...after.filter((row) => old.get(row.id) !== row).map(({ id }) => id)]);
  const settled = [touched, anew].find((ids) => sameOrder(without(before, ids), without(after, ids)));
  const gone = before.filter(({ id }) => settled?.has(id) ?? true).map(({ id }) => id);
  const come = after.flatMap((row, index) => ((settled?.has(row.id) ?? true) ? [{ index, row }] : []));
  moved.push({ parent, gone, come });
}

function without(rows: readonly TreeRow[], ids: ReadonlySet<string>): readonly TreeRow[] {
  return rows.filter(({ id }) => !ids.has(id));
}

function sameOrder(before: readonly TreeRow[], after: readonly TreeRow[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}

const SHOWN = [
  'label',
  'description',
  'icon',
  'color',
  'accessibilityLabel',
  'size',
  'below',
  'context',
  'answerable',
  'answered',
] as const satisfies readonly (keyof TreeRow)[];

function shownAlike(before: TreeRow, after: TreeRow): boolean {
  return SHOWN.every((key) => before[key] === after[key]);
}
