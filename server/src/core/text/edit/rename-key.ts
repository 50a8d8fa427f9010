import type { SourceDocument } from '../document';
import { blockOf, type Cell, membersOf } from './cells';
import { quoteAround } from './extents';
import { type Piece, pieceOf } from './piece';
import { styleOf } from './style';
import { blockText, Writer } from './write-value';

/** The piece that writes a key anew, in its quotes. */
export function renameKey(document: SourceDocument, owner: Cell, key: string, to: string, depth: number): Piece | null {
  const member = membersOf(document, owner).find((one) => one.key === key);
  if (member === undefined) return null;
  const { index, start, end } = member;
  const quote = quoteAround(blockOf(document, index).text, start, end);
  const written = quote === '' ? blockText(styleOf(document))(to) : to;
  return pieceOf(index, start, end, new Writer().put(written), depth);
}
