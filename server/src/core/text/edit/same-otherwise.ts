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
  for (const [step, rest] of groupByStep(left)) members[step] = added(rest);
  return members;
}

const NOTHING: readonly Left[] = [];

/** Changes by the first step of their paths, which is taken off. */
function groupByStep(left: readonly Left[]): ReadonlyMap<string | number, Left[]> {
  const groups = new Map<string | number, Left[]>();
  for (const { change, path } of left) {
    const [step, ...rest] = path;
    if (step === undefined) continue;
    const group = groups.get(step);
    if (group === undefined) groups.set(step, [{ change, path: rest }]);
    else group.push({ change, path: rest });
  }
  return groups;
}

/** The change by which a value goes away or gets another key. */
function goes(left: readonly Left[] = NOTHING): Change | undefined {
  return left.find(({ change, path }) => path.length === 0 && (change.kind === 'remove' || change.kind === 'rename'))
    ?.change;
}

function sameMembers(documents: Documents, old: Cell, now: Cell, left: readonly Left[]): boolean {
  const { before, after } = documents;
  if (kindAt(after, now) !== 'map') return false;
  const there = membersOf(after, now);
  const found = new Map(there.map((member) => [member.key, member.value]));
  const members = membersOf(before, old);
  const byKey = groupByStep(left);
  const kept = members.filter(({ key }) => goes(byKey.get(key))?.kind !== 'remove');
  const isKept = kept.every(({ key, value }) => {
    const rest = byKey.get(key);
    const renamed = goes(rest);
    const cell = found.get(renamed?.kind === 'rename' ? renamed.key : key);
    return cell !== undefined && same(documents, value, cell, renamed === undefined ? (rest ?? NOTHING) : NOTHING);
  });
  const known = new Set<string | number>(members.map(({ key }) => key));
  const fresh = [...byKey].filter(([key]) => !known.has(key));
  const isAdded = fresh.every(([key, rest]) => {
    const cell = found.get(String(key));
    return cell !== undefined && says(after, cell, added(rest));
  });
  return isKept && isAdded && kept.length + fresh.length === there.length;
}

function sameItems(documents: Documents, old: Cell, now: Cell, left: readonly Left[]): boolean {
  const { before, after } = documents;
  const byStep = groupByStep(left);
  const kept = itemsOf(before, old).flatMap((item, at) =>
    goes(byStep.get(at))?.kind === 'remove' ? [] : [{ item, at }],
  );
  const appended = left.flatMap(({ change, path }) =>
    path.length === 0 && change.kind === 'append' ? [change.value] : [],
  );
  const items = itemsOf(after, now);
  if (items.length !== kept.length + appended.length) return false;
  const isKept = kept.every(({ item, at }, index) =>
    same(documents, item, items[index] as Cell, byStep.get(at) ?? NOTHING),
  );
  return isKept && appended.every((value, index) => says(after, items[kept.length + index] as Cell, value));
}

/** The same words in the same places; blocks that stayed need no look. */
function isSame(documents: Documents, old: Cell, now: Cell): boolean {
  const { before, after } = documents;
  const kind = kindAt(before, old);
  if (kind !== kindAt(after, now)) return false;
  if (isSection(old) || isSection(now)) return sameMembers(documents, old, now, NOTHING);
  const [first, second] = [blockOf(before, old.index), blockOf(after, now.index)];
  if (first === second && old.node === now.node) return true;
  const isMarked = first.anchors?.get(old.node) === second.anchors?.get(now.node);
  if (!isMarked || isQuoted(first, old.node) !== isQuoted(second, now.node)) return false;
  if (kind === 'map') return sameMembers(documents, old, now, NOTHING);
  if (kind === 'sequence') return sameItems(documents, old, now, NOTHING);
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
