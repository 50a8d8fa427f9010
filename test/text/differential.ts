import { parseEvents } from 'js-yaml';
import type { SourceDocument } from '../../server/src/core/text';
import { entries, items, kindOf, scalar, spanOf, textOf } from '../../server/src/core/text';
import type { Block } from '../../server/src/core/text/types';

/** One line a scalar or collection of a document, with its offset in the whole text: what two readings are compared by. */
export function composed(document: SourceDocument): readonly string[] {
  const out: string[] = [];
  let offset = 0;
  for (const block of document.blocks) {
    if (block.kind === 'whole') walk(block, 0, offset, out);
    else if (block.tree) {
      for (const [key, value] of entries(block, 0)) {
        out.push(`${offset + spanOf(block, key).start} ${scalar(block, key)}`);
        if (block.kind !== 'head') walk(block, value, offset, out);
      }
    }
    offset += block.text.length;
  }
  return out;
}

function walk(block: Block, node: number, offset: number, out: string[]): void {
  const kind = kindOf(block, node);
  if (kind === 'scalar') {
    const text = scalar(block, node);
    out.push(text === '' ? 'empty' : `${offset + spanOf(block, node).start} ${text}`);
  } else if (kind === 'map') {
    for (const [key, value] of entries(block, node)) {
      walk(block, key, offset, out);
      walk(block, value, offset, out);
    }
  } else if (kind === 'sequence') for (const item of items(block, node)) walk(block, item, offset, out);
  else out.push(kind);
}

/** The same lines from js-yaml's reading of the whole text, or null where it refuses the text. */
export function oracle(text: string, open: (text: string) => SourceDocument): readonly string[] | null {
  try {
    parseEvents(text, { maxDepth: 98 });
  } catch {
    return null;
  }
  return composed(open(text));
}

/** True when the blocks are the text, cut. */
export const rejoins = (document: SourceDocument, text: string): boolean => textOf(document) === text;
