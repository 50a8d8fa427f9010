import type { SourceDocument } from '../document';
import { isQuoted, scalar } from '../tree';
import { blockOf, type Cell, isSection, itemsOf, kindAt, membersOf, type Path, rootCell, textOfCell } from './cells';
import { type Change, Fill, isList, isMembers, type Value } from './change';

/** Whether a text after changes says what it said before, but for these changes: value by value, and no value more. */
export function sameOtherwise(before: SourceDocument, after: SourceDocument, changes: readonly Change[]): boolean {
  const [old, now] = [rootCell(before), rootCell(after)];
  if (old === null || now === null) return false;
  return same({ before, after }, old, now, changes.map(toLeft));
}

/** A change with what is left of its path. */
interface Left {
  readonly change: Change;
  readonly path: Path;
}

interface Documents {
  readonly before: SourceDocument;
  readonly after: SourceDocument;
}

function toLeft(change: Change): Left {
  return { change, path: change.path };
}

function same(documents: Documents, old: Cell, now: Cell, left: readonly Left[]): boolean {
  const { before, after } = documents;
  if (left.length === 0) return isSame(documents, old, now);
  const here = left.filter(({ path }) => path.length === 0);
  const set = here.findLast(({ change }) => change.kind === 'set');
  if (set?.change.kind === 'set') return says(after, now, set.change.value);
  const kind = kindAt(before, old);
  if (kind === 'map') return sameMembers(documents, old, now, left);
  if (kind === 'sequence') return sameItems(documents, old, now, left);
  // A key that had nothing behind it.
  return says(after, now, added(left));
}

/** The value that changes make where nothing is. */
function added(left: readonly Left[]): Value {
  const items = left.flatMap(({ change, path }) =>
    path.length === 0 && change.kind === 'append' ? [change.value] : [],
  );
  if (items.length > 0) return items;
  const own = left.findLast(({ change, path }) => path.length === 0 && change.kind === 'set')?.change;
  if (own?.kind === 'set') return own.value;
  const members: Record<string, Value> = {};
  for (const step of new Set(left.map(({ path }) => String(path[0])))) members[step] = added(below(left, step));
  return members;
}

function below(left: readonly Left[], step: string | number): Left[] {
  return left.flatMap(({ change, path }) =>
    path[0] === step && path.length > 0 ? [{ change, path: path.slice(1) }] : [],
  );
}

function goes(left: readonly Left[], step: string | number): Change | undefined {
  const ending = below(left, step).filter(({ path }) => path.length === 0);
  return ending.find(({ change }) => change.kind === 'remove' || change.kind === 'rename')?.change;
}

function sameMembers(documents: Documents, old: Cell, now: Cell, left: readonly Left[]): boolean {
  const { before, after } = documents;
  if (kindAt(after, now) !== 'map') return false;
  const there = membersOf(after, now);
  const found = new Map(there.map((member) => [member.key, member.value]));
  const members = membersOf(before, old);
  const kept = members.filter(({ key }) => goes(left, key)?.kind !== 'remove');
  const isKept = kept.every(({ key, value }) => {
    const renamed = goes(left, key);
    const cell = found.get(renamed?.kind === 'rename' ? renamed.key : key);
    return cell !== undefined && same(documents, value, cell, renamed === undefined ? below(left, key) : []);
  });
  const known = new Set(members.map(({ key }) => key));
  const fresh = [...new Set(left.map(({ path }) => String(path[0])))].filter((key) => !known.has(key));
  const isAdded = fresh.every((key) => {
    const cell = found.get(key);
    return cell !== undefined && says(after, cell, added(below(left, key)));
  });
  return isKept && isAdded && kept.length + fresh.length === there.length;
}

function sameItems(documents: Documents, old: Cell, now: Cell, left: readonly Left[]): boolean {
  const { before, after } = documents;
  const kept = itemsOf(before, old).flatMap((item, at) => (goes(left, at)?.kind === 'remove' ? [] : [{ item, at }]));
  const appended = left.flatMap(({ change, path }) =>
    path.length === 0 && change.kind === 'append' ? [change.value] : [],
  );
  const items = itemsOf(after, now);
  if (items.length !== kept.length + appended.length) return false;
  const isKept = kept.every(({ item, at }, index) => same(documents, item, items[index] as Cell, below(left, at)));
  return isKept && appended.every((value, index) => says(after, items[kept.length + index] as Cell, value));
}

/** The same words in the same places; blocks that stayed need no look. */
function isSame(documents: Documents, old: Cell, now: Cell): boolean {
  const { before, after } = documents;
  const kind = kindAt(before, old);
  if (kind !== kindAt(after, now)) return false;
  if (isSection(old) || isSection(now)) return sameMembers(documents, old, now, []);
  const [first, second] = [blockOf(before, old.index), blockOf(after, now.index)];
  if (first === second && old.node === now.node) return true;
  const isMarked = first.anchors?.get(old.node) === second.anchors?.get(now.node);
  if (!isMarked || isQuoted(first, old.node) !== isQuoted(second, now.node)) return false;
  if (kind === 'map') return sameMembers(documents, old, now, []);
  if (kind === 'sequence') return sameItems(documents, old, now, []);
  return textOfCell(before, old) === textOfCell(after, now) && aliasOf(before, old) === aliasOf(after, now);
}

function aliasOf(document: SourceDocument, cell: Cell): string {
  if (kindAt(document, cell) !== 'alias') return '';
  const block = blockOf(document, cell.index);
  const start = block.tree?.[cell.node * 3 + 1] ?? 0;
  return block.text.slice(start, block.tree?.[cell.node * 3 + 2]);
}

/** Whether a value reads as it was to be written. */
function says(document: SourceDocument, cell: Cell, value: Value): boolean {
  if (isMembers(value)) {
    const wanted = Object.entries(value);
    const members = membersOf(document, cell);
    return (
      kindAt(document, cell) === 'map' &&
      members.length === wanted.length &&
      members.every(({ key, value: there }) => key in value && says(document, there, value[key] as Value))
    );
  }
  if (isList(value)) {
    const items = itemsOf(document, cell);
    const isList = kindAt(document, cell) === 'sequence' && items.length === value.length;
    return isList && items.every((item, at) => says(document, item, value[at] as Value));
  }
  const plain = value instanceof Fill ? value.value : value;
  const block = blockOf(document, cell.index);
  if (scalar(block, cell.node) !== String(plain)) return false;
  return typeof plain === 'string' ? isText(block, cell.node, plain) : !isQuoted(block, cell.node);
}

/** Whether a text is none of a number, a truth value and nothing. */
function isText(block: Parameters<typeof isQuoted>[0], node: number, text: string): boolean {
  return isQuoted(block, node) || !/^(?:true|false|null|~|-?\d+(?:\.\d+)?)?$/i.test(text);
}
