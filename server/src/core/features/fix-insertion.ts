import type { Insertion } from '../model';
import type { Fix } from './diagnostic';

/** What a fix changes in a file, or why it cannot. */
export function placedIn(
  uri: string,
  { edits, cursor, fields, refused }: Insertion,
): Pick<Fix, 'edits' | 'cursor' | 'fields' | 'refused'> {
  if (refused !== undefined) {
    return { edits: [], refused: `${uri.slice(uri.lastIndexOf('/') + 1)} cannot be changed. ${refused}.` };
  }
  return { edits: [{ uri, edits }], cursor: { uri, position: cursor }, fields };
}
