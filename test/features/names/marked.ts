import { expect } from 'vitest';
import { applyEdits, type Location, renameFor, textOf } from '../../../server/src/core/index';
import { type Loaded, load } from '../../support/check';

/** Files with a cursor in one of them. */
export interface Marked extends Loaded {
  readonly cursor: NonNullable<Loaded['cursor']>;
}

/** Files in which a text is written with a `$0` in it, where the cursor stands then. */
export function markedIn(files: string, text: string, with0: string): Marked {
  expect(files).toContain(text);
  return loadMarked(files.replace(text, () => with0));
}

/** Files that have a `$0`. */
export function loadMarked(source: string): Marked {
  const { cursor, ...loaded } = load(source);
  if (cursor === null) throw new Error('The text has no $0');
  return { ...loaded, cursor };
}

/** The file, the line from 1 and the text of locations. */
export function shown({ workspace }: Loaded, locations: readonly Location[]): string[] {
  return locations.map(({ uri, range: { start, end } }) => {
    const document = workspace.get(uri);
    const line = document === undefined ? '' : (textOf(document).split('\n')[start.line] ?? '');
    return `${uri.slice(uri.lastIndexOf('/') + 1)}:${start.line + 1} ${line.slice(start.character, end.character)}`;
  });
}

/** The lines that a rename at the cursor changes, or why it is refused. */
export function renamedLines({ workspace, analysis, cursor, files }: Marked, newName: string): string[] {
  const edits = renameFor(workspace, analysis, cursor.uri, cursor, newName);
  if ('refused' in edits) return [edits.refused];
  return files.flatMap(({ uri, text: before }) => {
    const after = applyEdits(before, edits.find((one) => one.uri === uri)?.edits ?? []).split('\n');
    return before.split('\n').flatMap((line, index) => (line === after[index] ? [] : [after[index]?.trim() ?? '']));
  });
}
