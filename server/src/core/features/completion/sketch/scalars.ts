import { CURSOR, type SketchScalar } from './types';

/** A text without quotes, blanks at its ends left out. */
export function plainScalar(text: string, start: number, end: number): SketchScalar {
  const written = text.slice(start, end);
  const trimmed = written.trim();
  const from = start + (trimmed === '' ? 0 : written.indexOf(trimmed));
  return { kind: 'scalar', text: trimmed, start: from, end: from + trimmed.length, quote: '', closed: true };
}

/** A text in quotes; one that is left open ends with its line, or at `limit`. Gives where it ends with its quote. */
export function quotedScalar(
  text: string,
  at: number,
  limit: number,
): { readonly scalar: SketchScalar; readonly end: number } {
  const quote = text[at] === '"' ? '"' : "'";
  const close = closingQuote(text, at + 1, quote, limit);
  if (close >= 0) return { scalar: inQuotes(text, at, close, quote, true), end: close + 1 };
  const line = lineEndFrom(text, at, limit);
  const brackets = /[\]},\s]*$/.exec(text.slice(at + 1, line))?.[0].length ?? 0;
  return { scalar: inQuotes(text, at, line - brackets, quote, false), end: line - brackets };
}

function inQuotes(text: string, at: number, end: number, quote: '"' | "'", closed: boolean): SketchScalar {
  return { kind: 'scalar', text: text.slice(at + 1, end), start: at + 1, end: Math.max(at + 1, end), quote, closed };
}

/** Quotes close on their line, or on a later one before `limit` where that one is not left open as well. */
function closingQuote(text: string, from: number, quote: '"' | "'", limit: number): number {
  const end = lineEndFrom(text, from, limit);
  for (let at = from; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote && quote === "'" && text[at + 1] === "'") at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** Where the line of an offset ends, its break left out. */
export function lineEndFrom(text: string, from: number, limit = text.length): number {
  const found = text.indexOf('\n', from);
  const end = found < 0 || found > limit ? limit : found;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
}

/** Where a text without quotes ends on its line: before a comment. */
export function plainEnd(text: string, start: number, end: number): number {
  const written = text.slice(start, end);
  if (!written.includes('#')) return end;
  const comment = /(?:^|[ \t])#/.exec(written);
  return comment === null ? end : start + comment.index;
}

/** Whether a colon at this offset ends a key. */
export function endsKey(text: string, at: number, flow: boolean): boolean {
  if (text[at] !== ':') return false;
  const next = text[at + 1];
  if (next === undefined || /\s/.test(next) || next === CURSOR) return true;
  return flow && /[,[\]{}]/.test(next);
}
