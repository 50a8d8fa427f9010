import { groupBy } from '../model';
import type { ApiDescription } from '../openapi/types';
import { STRIDE } from '../rules/types';
import type { Steps } from '../text';
import { type Frame, findingOf } from './findings';
import type { Item } from './items';
import type { Piece } from './narrow-piece';
import type { Finding } from './types';

/** A piece's findings that stand alone, its items that share a cause with others, and its question. */
export interface Sorted {
  readonly acceptable: Frame['acceptable'];
  readonly specPath: string;
  readonly own: readonly Finding[];
  readonly shared: readonly Item[];
  /** Null where all is answered; worked out when a model asks, for without one nobody does. */
  question?: Finding | null;
}

/** The pieces of an API sorted, and its items by the causes that they share. */
interface Gathered {
  readonly pieces: readonly Piece[];
  readonly sorted: readonly Sorted[];
  readonly causes: ReadonlyMap<string, readonly Item[]>;
}

interface Kept extends Gathered {
  readonly acceptable: Frame['acceptable'];
  readonly specPath: string;
}

const kept = new WeakMap<ApiDescription, Kept>();

/** Sorts the pieces of an API, and puts together the items of one cause; what stayed as it was is taken from memory. */
export function* gathering(description: ApiDescription, pieces: readonly Piece[], frame: Frame): Steps<Gathered> {
  const { acceptable, specPath } = frame;
  const known = kept.get(description);
  const last = known?.acceptable === acceptable && known.specPath === specPath ? known : undefined;
  const sorted: Sorted[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    const same = last?.pieces[index] === piece ? last.sorted[index] : undefined;
    if (same === undefined) yield;
    sorted.push(same ?? sort(piece, frame, last?.pieces[index]));
  }
  const causes = (last === undefined ? null : withChanges(last, sorted)) ?? byCause(sorted);
  const gathered = { pieces, sorted, causes };
  kept.set(description, { ...gathered, acceptable, specPath });
  return gathered;
}

const sortedPieces = new WeakMap<Piece, Sorted>();

/** `before`: the piece of the same operation before. */
function sort(piece: Piece, frame: Frame, before?: Piece): Sorted {
  const { acceptable, specPath } = frame;
  const known = sortedPieces.get(piece);
  if (known?.acceptable === acceptable && known.specPath === specPath) return known;
  const was = before === undefined ? undefined : sortedPieces.get(before);
  const own: Finding[] = [];
  const shared: Item[] = [];
  for (const item of piece.items) {
    if (item.cause !== '') shared.push(item);
    else own.push(was?.own.find(({ members }) => members[0] === item) ?? findingOf([item], frame));
  }
  const found: Sorted = { acceptable, specPath, own, shared };
  if (before !== undefined && was?.question !== undefined && asksAlike(before, piece)) found.question = was.question;
  sortedPieces.set(piece, found);
  return found;
}

/** Whether the question of an operation is what it was, of which the states had been asked for. */
function asksAlike(before: Piece, piece: Piece): boolean {
  return (
    before.lacking === piece.lacking && STRIDE.every((category) => before.states[category] === piece.states[category])
  );
}

function byCause(sorted: readonly Sorted[]): ReadonlyMap<string, readonly Item[]> {
  return groupBy(
    sorted.flatMap(({ shared }) => shared),
    ({ cause }) => cause,
  );
}

/** The same where operations have items of the causes that they had; else null. A group that lost no item stays the same list. */
function withChanges(last: Gathered, sorted: readonly Sorted[]): ReadonlyMap<string, readonly Item[]> | null {
  if (last.sorted.length !== sorted.length) return null;
  const now = new Map<Item, Item>();
  for (let index = 0; index < sorted.length; index++) {
    const [was, is] = [last.sorted[index], sorted[index]];
    if (was !== is && !addChanges(was?.shared ?? [], is?.shared ?? [], now)) return null;
  }
  if (now.size === 0) return last.causes;
  const causes = new Map(last.causes);
  for (const cause of new Set([...now.values()].map((item) => item.cause))) {
    causes.set(
      cause,
      (last.causes.get(cause) ?? []).map((item) => now.get(item) ?? item),
    );
  }
  return causes;
}

/** Notes which item took the place of which; false where an operation has other causes than it had. */
function addChanges(before: readonly Item[], after: readonly Item[], now: Map<Item, Item>): boolean {
  if (before.length !== after.length) return false;
  for (const [index, item] of after.entries()) {
    const was = before[index] as Item;
    if (was === item) continue;
    if (was.cause !== item.cause) return false;
    now.set(was, item);
  }
  return true;
}
