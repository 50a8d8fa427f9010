import { OWASP_TITLES, weaknessOf } from '../../catalogue';
import { OWASP_PAGES } from '../../catalogue/owasp-pages';
import type { ModelWord } from '../../model/words/word';
import { wordsOfModel } from '../../model/words/words-of';
import { type Place, type Range, rangeOf, resolveUri, type SourceDocument } from '../../text';

/** A stretch of a model that leads somewhere. */
export interface DocumentLink {
  readonly range: Range;
  readonly target: string;
  /** What a click does, for those who cannot see where it leads. */
  readonly tooltip: string;
  /** A text of the target file that the link leads to. */
  readonly text?: string;
}

/** Files and addresses that a model names, and the public pages of weaknesses and risks. */
export function documentLinks(document: SourceDocument): DocumentLink[] {
  const words = wordsOfModel(document);
  return words.flatMap((word, index) => linksOf(document, word, words.slice(index + 1, index + 3)));
}

function linksOf(document: SourceDocument, word: ModelWord, behind: readonly ModelWord[]): DocumentLink[] {
  switch (word.role) {
    case 'file':
      return fileLink(document, word, behind);
    case 'url':
      return addresses(document, word);
    case 'cwe':
      return weaknessLink(document, word);
    case 'owasp':
      return riskLink(document, word);
    case 'text':
      return word.text.includes('://') ? addresses(document, word) : [];
    default:
      return [];
  }
}

/** A pattern names many files, and so leads to none. */
function fileLink(document: SourceDocument, word: ModelWord, behind: readonly ModelWord[]): DocumentLink[] {
  const { text, at } = word;
  if (/[*?]/.test(text) || text.trim() === '') return [];
  const target = resolveUri(document.uri, text);
  const within = textBehind(word, behind);
  const place: Place = within === null ? at : { ...at, end: within.at.end };
  const tooltip = within === null ? `Open ${text}` : `Open ${text} at "${within.text}"`;
  return link(document, place, target, tooltip, within?.text);
}

/** The text of `file#text`: it follows the file in the same value. */
function textBehind(word: ModelWord, [mark, text]: readonly ModelWord[]): ModelWord | null {
  if (mark?.text !== '#' || mark.at.block !== word.at.block || mark.at.start !== word.at.end) return null;
  return text?.at.start === mark.at.end && text.text !== '' ? text : null;
}

function addresses(document: SourceDocument, { text, at, isExact }: ModelWord): DocumentLink[] {
  return [...text.matchAll(/\bhttps?:\/\/[^\s<>"'`|{}[\]]+/g)].flatMap((found) => {
    const address = found[0].replace(/[.,;:!?)]+$/, '');
    const place = isExact ? { ...at, start: at.start + found.index, end: at.start + found.index + address.length } : at;
    return link(document, place, address, `Open ${address}`);
  });
}

function weaknessLink(document: SourceDocument, { text, at }: ModelWord): DocumentLink[] {
  const weakness = weaknessOf(Number(text));
  if (weakness === undefined) return [];
  const { id, title } = weakness;
  return link(document, at, `https://cwe.mitre.org/data/definitions/${id}.html`, `CWE-${id}: ${title}`);
}

function riskLink(document: SourceDocument, { text, at }: ModelWord): DocumentLink[] {
  const page = OWASP_PAGES.get(text);
  return page === undefined ? [] : link(document, at, page, `${text}: ${OWASP_TITLES[text] ?? ''}`);
}

function link(document: SourceDocument, at: Place, target: string, tooltip: string, text?: string): DocumentLink[] {
  const range = rangeOf(document, at);
  if (range === null) return [];
  return [{ range, target, tooltip, ...(text !== undefined && { text }) }];
}

/** The line (from 0) on which a text first stands in a file; null where it does not. */
export function lineOfText(file: string, text: string): number | null {
  const at = file.indexOf(text);
  return at < 0 ? null : file.slice(0, at).split('\n').length - 1;
}
