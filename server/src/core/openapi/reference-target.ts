import { type Block, blockAt, type Place, type Position, spanOf } from '../text';
import { reachedFrom } from './missing-references';
import { scanBlock, type WrittenReference } from './scan';
import { baseOf } from './schema-ids';
import { type DocumentSource, Session } from './session';
import { resolveWritten } from './written-references';

/** The `$ref` key with its value, in YAML or JSON, on one line. */
const REFERENCE = /["']?\$ref["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|([^\s,}#]*(?:#[^\s,}]*)?))/g;

/**
 * Where the reference at a position leads: a `$ref`, an entry of a discriminator's mapping or the scheme of a requirement. Null where
 * none stands there or it leads to no loaded file. `roots`: the descriptions whose components names may mean.
 */
export function referenceTargetAt(
  source: DocumentSource,
  uri: string,
  position: Position,
  roots: readonly string[] = [],
): Place | null {
  const document = source.get(uri);
  if (document === undefined) return null;
  const { block, offset } = blockAt(document, position);
  const written = writtenAt(block, offset);
  if (written === undefined) return null;
  const from = baseOf(uri, block, written.node);
  for (const root of written.role === 'reference' ? [uri] : [uri, ...rootsOf(source, uri, roots)]) {
    const session = new Session(root);
    session.update(source);
    const target = resolveWritten(session, root, from, written)?.target;
    if (target) return written.role === 'reference' ? target.at : target.keyAt;
  }
  return null;
}

function* rootsOf(source: DocumentSource, uri: string, roots: readonly string[]): Generator<string> {
  for (const root of roots) {
    for (const [reached] of root === uri ? [] : reachedFrom(source, root)) {
      if (reached !== uri) continue;
      yield root;
      break;
    }
  }
}

function writtenAt(block: Block, offset: number): WrittenReference | undefined {
  if (block.tree === null) return onLine(block.text, offset);
  return scanBlock(block).references.find(({ node, role }) => {
    const value = spanOf(block, node);
    const { start } = role === 'requirement' ? value : spanOf(block, node - 1);
    return start - 1 <= offset && offset <= value.end + 1;
  });
}

/** In a block that does not read, what stands on the line is enough. */
function onLine(text: string, offset: number): WrittenReference | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const ended = text.indexOf('\n', offset);
  // A minified file is one line: what stands near the position is enough.
  const from = Math.max(start, offset - 2000);
  const line = text.slice(from, Math.min(ended < 0 ? text.length : ended, offset + 2000));
  for (const match of line.matchAll(REFERENCE)) {
    const begin = from + match.index;
    if (begin > offset || offset > begin + match[0].length) continue;
    const ref = match[1] ?? match[2] ?? match[3];
    if (ref !== undefined) return { ref, node: -1, role: 'reference' };
  }
  return undefined;
}
