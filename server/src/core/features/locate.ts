import { type Place, type Position, type Range, rangeOf } from '../text';
import type { Workspace } from '../workspace';

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** Where a place lies now, or null when its text is gone. */
export function locate(workspace: Workspace, place: Place): Location | null {
  const document = workspace.get(place.uri);
  const range = document === undefined ? null : rangeOf(document, place);
  return range === null ? null : { uri: place.uri, range };
}

/** Whether two ranges touch; an empty one is a cursor. */
export function touches(first: Range, second: Range): boolean {
  return !isBefore(first.end, second.start) && !isBefore(second.end, first.start);
}

export function contains(range: Range, position: Position): boolean {
  return touches(range, { start: position, end: position });
}

function isBefore(first: Position, second: Position): boolean {
  return first.line < second.line || (first.line === second.line && first.character < second.character);
}
