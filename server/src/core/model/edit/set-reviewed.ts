import { kindOf, type Place, rangeOf, type SourceDocument, type TextEdit } from '../../text';
import { carriedBy } from '../read/anchors';
import { placeOf, rootPairs } from '../read/cells';

/** The edit that makes a day the model's last review, or why it cannot be made. */
export type ReviewEdit = TextEdit | { readonly refused: string };

/** Writes `reviewed`, over the day that stands there or behind the version; every other byte stays. */
export function setReviewed(document: SourceDocument, day: string): ReviewEdit {
  const roots = rootPairs(document);
  const pair = ['reviewed', 'stridewise'].flatMap((key) => roots.find((root) => root.key === key) ?? [])[0];
  if (pair === undefined) return { refused: 'The file has no `stridewise` that reads' };
  const { key, value } = pair;
  if (kindOf(value.block, value.node) !== 'scalar') return { refused: `The value of \`${key}\` is no text` };
  const at = withQuotes(placeOf(value));
  if (carriedBy(document, at) !== null) return { refused: `An alias repeats what \`${key}\` says` };
  const quote = pair.keyAt.block.text[pair.keyAt.start - 1] === '"' ? '"' : '';
  if (key === 'reviewed') return replaced(document, at, `${quote}${day}${quote}`);
  return document.syntax === 'json'
    ? replaced(document, { ...at, start: at.end }, `, ${quote}reviewed${quote}: ${quote}${day}${quote}`)
    : onNextLine(document, at, `reviewed: ${day}`);
}

function withQuotes(at: Place): Place {
  const isQuoted = /["']/.test(at.block.text[at.end] ?? '');
  return isQuoted ? { ...at, start: at.start - 1, end: at.end + 1 } : at;
}

/** Behind the line's comment, where it has one. */
function onNextLine(document: SourceDocument, at: Place, line: string): ReviewEdit {
  const { text } = at.block;
  const end = at.end + (/^[^\r\n]*/.exec(text.slice(at.end))?.[0].length ?? 0);
  return replaced(document, { ...at, start: end, end }, `${text.includes('\r\n') ? '\r\n' : '\n'}${line}`);
}

function replaced(document: SourceDocument, at: Place, newText: string): ReviewEdit {
  const range = rangeOf(document, at);
  return range === null ? { refused: 'The place is gone' } : { range, newText };
}
