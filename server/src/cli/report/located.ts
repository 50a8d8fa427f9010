import { type Place, rangeOf, type Workspace } from '../../core/index';
import { printable } from '../terminal';
import { pathFrom, pathOf } from './paths';

/** Where something stands, as people at the working directory would write it; lines and columns count from 1. */
export interface Located {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What it takes to say where a place is. */
export interface Standpoint {
  readonly workspace: Workspace;
  readonly workingDirectory: string;
}

/** Says where a place is; null for none, and for one whose text is gone. */
export function locatedFrom({ workspace, workingDirectory }: Standpoint, place: Place | null): Located | null {
  const document = place === null ? undefined : workspace.get(place.uri);
  const range = place === null || document === undefined ? null : rangeOf(document, place);
  if (place === null || range === null) return null;
  const { line, character } = range.start;
  return { file: pathFrom(workingDirectory, pathOf(place.uri)), line: line + 1, column: character + 1 };
}

/** The same as a part of a JSON object: nothing for none. */
export function atFrom(standpoint: Standpoint, place: Place | null): { readonly at?: Located } {
  const found = locatedFrom(standpoint, place);
  return found === null ? {} : { at: found };
}

/** The same for people, `openapi.yaml:12:3`; empty for none. */
export function placeFrom(standpoint: Standpoint, place: Place | null): string {
  const found = locatedFrom(standpoint, place);
  return found === null ? '' : `${printable(found.file)}:${found.line}:${found.column}`;
}
