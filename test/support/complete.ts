import {
  applyEdits,
  type CompletionItem,
  type CompletionList,
  completionsFor,
  type Diagnostic,
  diagnosticsFor,
  openDocument,
} from '../../server/src/core/index';
import { type Loaded, load, TODAY } from './check';

/** A marked text with what completion offers at `$0`. */
export interface Completed extends Loaded {
  readonly list: CompletionList;
  readonly text: string;
}

/** Completion at `$0`. The text is analysed as it stands. */
export function complete(source: string): Completed {
  const loaded = load(source);
  const { cursor, files, workspace, analysis } = loaded;
  if (cursor === null) throw new Error('The text has no $0');
  const text = files.find(({ uri }) => uri === cursor.uri)?.text ?? '';
  const document = workspace.get(cursor.uri) ?? openDocument(cursor.uri, text, 'model');
  return {
    ...loaded,
    text,
    list: completionsFor(document, cursor, { workspace, analysis, uri: cursor.uri, today: TODAY }),
  };
}

export function labels({ list }: Completed): string[] {
  return list.items.map(({ label }) => label);
}

export function itemNamed(completed: Completed, label: string): CompletionItem {
  const found = completed.list.items.find((item) => item.label === label);
  if (found === undefined) throw new Error(`No item "${label}" among: ${labels(completed).join(', ')}`);
  return found;
}

/** The text with an item accepted. */
export function accepted(completed: Completed, label: string): string {
  return applyEdits(completed.text, [itemNamed(completed, label).edit]);
}

/** Problems of the model, errors and warnings, with another text in the cursor's file; what is to be filled in is none. */
export function problemsWith({ files, cursor }: Completed, text: string): Diagnostic[] {
  const source = files.map(
    (file) => `//- ${file.uri.replace('file:///workspace/', '')}\n${file.uri === cursor?.uri ? text : file.text}`,
  );
  const { workspace, analysis } = load(source.join(''));
  return diagnosticsFor(workspace, analysis, cursor?.uri ?? '', { open: true }).filter(
    ({ severity, code }) => (severity === 'error' || severity === 'warning') && code !== 'todo',
  );
}
