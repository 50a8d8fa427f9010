import {
  type Block,
  blockAt,
  memo,
  type Place,
  type Position,
  type Range,
  rangeOf,
  type SourceDocument,
} from '../text';
import type { Workspace } from '../workspace';

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** Where each block starts: a place of no length, so that looking it up reads nothing. */
const originOf = memo((block: Block): Place => ({ uri: '', block, start: 0, end: 0 }));

interface Kept {
  readonly origin: Position;
  readonly range: Range;
}

const lastRange = new WeakMap<Place, Kept>();

/** Where a place lies now, or null when its text is gone. Inside its block it never moves, so only the block is looked up. */
export function locate(workspace: Workspace, place: Place): Location | null {
  const document = workspace.get(place.uri);
  const origin = document === undefined ? undefined : rangeOf(document, originOf(place.block))?.start;
  if (document === undefined || origin === undefined) return null;
  const kept = lastRange.get(place);
  const range = kept === undefined ? rangeOf(document, place) : moved(kept, origin);
  if (range === null) return null;
  if (range !== kept?.range) lastRange.set(place, { origin, range });
  return { uri: place.uri, range };
}

/** Where places lie, each once, in their order. */
export function locateAll(workspace: Workspace, places: readonly Place[]): Location[] {
  const located = places.flatMap((place) => locate(workspace, place) ?? []);
  const nameOf = ({ uri, range: { start } }: Location) => `${uri} ${start.line} ${start.character}`;
  return [...new Map(located.map((place) => [nameOf(place), place])).values()];
}

function moved({ origin, range }: Kept, to: Position): Range {
  if (origin.line === to.line && origin.character === to.character) return range;
  const shift = ({ line, character }: Position): Position => ({
    line: line - origin.line + to.line,
    character: line === origin.line ? character - origin.character + to.character : character,
  });
  return { start: shift(range.start), end: shift(range.end) };
}

/** Tells of places of a file whether they touch a range of it. */
export function placedAt(workspace: Workspace, uri: string, range: Range): (place: Place) => boolean {
  return (place) => {
    const at = place.uri === uri ? locate(workspace, place)?.range : undefined;
    return at !== undefined && touches(at, range);
  };
}

/** Tells of places whether a position lies in them or at their end, by the block and its offset alone. */
export function standingAt(document: SourceDocument, position: Position): (place: Place) => boolean {
  const { block, offset } = blockAt(document, position);
  return (place) => place.block === block && place.start <= offset && offset <= place.end;
}

/** Whether two ranges touch; an empty one is a cursor. */
export function touches(first: Range, second: Range): boolean {
  return !isBefore(first.end, second.start) && !isBefore(second.end, first.start);
}

export function contains(range: Range, position: Position): boolean {
  return touches(range, { start: position, end: position });
}

/** Whether a position lies before another. */
export function isBefore(first: Position, second: Position): boolean {
  return first.line < second.line || (first.line === second.line && first.character < second.character);
}
