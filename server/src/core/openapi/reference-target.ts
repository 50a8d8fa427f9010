import { blockAt, type Place, type Position, resolveUri } from '../text';
import { Node } from './node';
import { isRemote, parseReference } from './references';
import type { DocumentSource } from './session';
import { createView } from './view';

/** The `$ref` key with its value, in YAML or JSON, on one line. */
const REFERENCE = /["']?\$ref["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|([^\s,}#]*(?:#[^\s,}]*)?))/g;

/** Where the `$ref` at a position leads, or null where none stands there or it leads to no loaded file. */
export function referenceTargetAt(source: DocumentSource, uri: string, position: Position): Place | null {
  const ref = referenceAt(source, uri, position);
  if (ref === null) return null;
  const { file, pointer } = parseReference(ref);
  const target = file === '' ? uri : resolveUri(uri, file);
  if (pointer === null || isRemote(file) || isRemote(target)) return null;
  let at = Node.root(createView(target, source.get(target)));
  for (const step of pointer) at = at?.get(step) ?? null;
  return at?.at ?? null;
}

function referenceAt(source: DocumentSource, uri: string, position: Position): string | null {
  const document = source.get(uri);
  if (document === undefined) return null;
  const { block, offset } = blockAt(document, position);
  const start = block.text.lastIndexOf('\n', offset - 1) + 1;
  const ended = block.text.indexOf('\n', offset);
  // A minified file is one line: what stands near the position is enough.
  const from = Math.max(start, offset - 2000);
  const line = block.text.slice(from, Math.min(ended < 0 ? block.text.length : ended, offset + 2000));
  for (const match of line.matchAll(REFERENCE)) {
    const begin = from + match.index;
    if (begin <= offset && offset <= begin + match[0].length) return match[1] ?? match[2] ?? match[3] ?? null;
  }
  return null;
}
