import type { SourceDocument } from '../document';
import { type Cell, cellAt, childAt, kindAt, type Path, rootCell, textOfCell } from './cells';
import { type Change, isMembers, type Members, type Value } from './change';
import { insertItems } from './insert-items';
import { insertMembers, type NewMember, type Side } from './insert-members';
import type { Piece } from './piece';
import { removeAt } from './remove-value';
import { renameKey } from './rename-key';
import { replaceValue } from './replace-value';

/** Mappings and lists that get something, by their paths. */
interface Pending {
  readonly path: Path;
  readonly cell: Cell;
  readonly members: NewMember[];
  readonly items: Value[];
}

/** The pieces that make changes, in no order; null where one of them cannot be made in this text. */
export function compile(document: SourceDocument, changes: readonly Change[], side: Side): Piece[] | null {
  const pending = new Map<string, Pending>();
  const pieces: Piece[] = [];
  for (const change of changes) {
    const made = compileOne(document, change, pending);
    if (made === null) return null;
    pieces.push(...made);
  }
  for (const { path, cell, members, items } of pending.values()) {
    if (members.length > 0) pieces.push(...insertMembers(document, cell, members, path.length, side));
    if (items.length > 0) pieces.push(insertItems(document, cell, items, path.length));
  }
  return pieces;
}

function compileOne(document: SourceDocument, change: Change, pending: Map<string, Pending>): Piece[] | null {
  const { path } = change;
  const owner = cellAt(document, path.slice(0, -1));
  const last = path.at(-1);
  switch (change.kind) {
    case 'remove':
      return owner === null || last === undefined ? null : removeAt(document, owner, last, path.length);
    case 'rename':
      return owner === null || typeof last !== 'string'
        ? null
        : asList(renameKey(document, owner, last, change.key, path.length));
    case 'append': {
      const list = cellAt(document, path);
      if (list === null || isNothing(document, list)) return set(document, path, [change.value], undefined, pending);
      if (kindAt(document, list) !== 'sequence') return null;
      pendingAt(pending, path, list).items.push(change.value);
      return [];
    }
    case 'set':
      return set(document, path, change.value, change.after, pending);
  }
}

function asList(piece: Piece | null): Piece[] | null {
  return piece === null ? null : [piece];
}

function set(
  document: SourceDocument,
  path: Path,
  value: Value,
  after: string | undefined,
  pending: Map<string, Pending>,
): Piece[] | null {
  const there = cellAt(document, path);
  if (there !== null) return asList(replaceValue(document, there, value, path.length));
  const { cell, depth } = deepest(document, path);
  const [key, ...rest] = path.slice(depth);
  if (cell === null || typeof key !== 'string' || rest.some((step) => typeof step !== 'string')) return null;
  if (kindAt(document, cell) !== 'map' && !isNothing(document, cell)) return null;
  const { members } = pendingAt(pending, path.slice(0, depth), cell);
  const grafted = (rest as string[]).reduceRight<Value>((inner, step) => ({ [step]: inner }), value);
  const known = members.findIndex((member) => member.key === key);
  if (known < 0) members.push({ key, value: grafted, after: rest.length === 0 ? after : undefined });
  else {
    const before = members[known] as NewMember;
    members[known] = { ...before, value: merged(before.value, grafted) };
  }
  return [];
}

/** The innermost value on a path that is there. */
function deepest(document: SourceDocument, path: Path): { readonly cell: Cell | null; readonly depth: number } {
  let cell = rootCell(document);
  for (const [depth, step] of path.entries()) {
    const next = cell === null ? null : childAt(document, cell, step);
    if (next === null) return { cell, depth };
    cell = next;
  }
  return { cell, depth: path.length };
}

/** A key with nothing behind it, or `null`. */
function isNothing(document: SourceDocument, cell: Cell): boolean {
  const text = textOfCell(document, cell);
  return text === '' || text === 'null' || text === '~';
}

function pendingAt(pending: Map<string, Pending>, path: Path, cell: Cell): Pending {
  const key = JSON.stringify(path);
  const found = pending.get(key) ?? { path, cell, members: [], items: [] };
  pending.set(key, found);
  return found;
}

function merged(first: Value, second: Value): Value {
  if (!isMembers(first) || !isMembers(second)) return second;
  const both: Record<string, Value> = { ...first };
  for (const [key, value] of Object.entries(second as Members)) {
    const before = both[key];
    both[key] = before === undefined ? value : merged(before, value);
  }
  return both;
}
