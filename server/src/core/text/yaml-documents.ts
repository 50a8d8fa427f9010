import { detectRoot } from './detect-root';

/** One document of a YAML file of several. `at`: its `---`, or what stands first in it. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

const MARKER = /(?<![^\n\uFEFF])(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
/** Anything but blanks, comments and directives. */
const CONTENT = /(?<![^\n])(?![ \t\uFEFF]*(?:#|\r?\n|\r?$)|%)[ \t\uFEFF]*[^ \t\r\n]/;

/** The documents of a YAML text. A marker at the left ends a document wherever it stands, in quotes and brackets too. */
export function documentsIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let opened = -1;
  const close = (end: number, next: number) => {
    const content = CONTENT.exec(text.slice(start, end));
    const isThere = opened >= 0 || content !== null;
    if (isThere) spans.push({ start, end, at: opened >= 0 ? opened : start + (content?.index ?? 0) });
    if (isThere) start = next;
    return isThere;
  };
  for (const { 0: marker, index } of text.matchAll(MARKER)) {
    if (marker === '---') {
      close(index, index);
      opened = index;
    } else if (close(index, index + marker.length)) opened = -1;
  }
  close(text.length, text.length);
  return spans;
}

/** The document that counts, alone, at its place in the text, and what is told of the others. */
export interface OwnDocument {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: string;
  readonly offset: number;
}

/** Of several documents the first with a root key of ours counts, else the first; null where there is only one. */
export function ownDocument(text: string): OwnDocument | null {
  const spans = documentsIn(text);
  const [first, second] = spans;
  if (first === undefined || second === undefined) return null;
  for (const { start, end, at } of spans) {
    const part = text.slice(start, end);
    const root = detectRoot(part);
    if (root === null) continue;
    if (start === first.start) break;
    const what = root === 'model' ? 'threat model' : 'description';
    const message = `the ${what} starts here, and the other documents of this file are not read: give it a file of its own`;
    return { start, end, text: '\n'.repeat(start) + part, message, offset: at };
  }
  const message = 'a second document starts here; only the first one is read';
  return { start: first.start, end: first.end, text: text.slice(0, first.end), message, offset: second.at };
}
