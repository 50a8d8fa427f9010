import { type Line, lineOf } from './text-lines';
import type { SyntaxProblem } from './types';
import { lackingColon, layoutProblem } from './yaml-layout';
import { unclosedBefore } from './yaml-unclosed';

/** What the parser's reasons mean where nothing more can be told of them. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/a whitespace character is expected/, 'a blank is missing behind the colon'],
  [/^nesting exceeded/, 'this is nested deeper than 98 levels'],
  [/non-printable|valid JSON character/, 'a control character stands here: write it as an escape in double quotes'],
  [/hexadecimal/, 'an escape in double quotes wants more hexadecimal digits'],
  [/^missed comma/, 'a comma is missing in front of this, or the text before it wants quotes'],
  [/found ','/, 'a value is missing in front of this comma'],
  [/a line break is expected/, 'the text stands beside its | or >: begin it on the next line, indented'],
  [/alias node/, 'a * names an anchor: put a text that begins with it in quotes'],
  [/anchor (?:node|property)/, 'a & names an anchor: put a text that begins with it in quotes'],
  [/\btag\b/i, 'a ! begins a tag: put a text that begins with it in quotes'],
  [/directive|YAML version/, 'a % at the start of a line begins a directive: put a text that begins with it in quotes'],
  [/of a block scalar|chomping mode|indentation width/, 'behind | or > only + or - and one digit may stand'],
];

/**
 * A syntax error of YAML in plain words, at what causes it rather than where the parser gave up. `reason` and `at` are the parser's.
 */
export function yamlProblem(text: string, reason: string, at: number): SyntaxProblem {
  const line = lineOf(text, at);
  return (
    nul(text, reason) ??
    tabOf(text, line, reason, at) ??
    unknownEscape(text, reason, at) ??
    unclosed(text, reason, at) ??
    known(line, reason, at) ??
    (reason.startsWith("expected ':'") ? lackingColon(text, at) : layoutProblem(text, at)) ??
    unknown(line, reason, at)
  );
}

const FAR = 200;

/** A NUL character, which stands in binary files and in texts of another encoding. */
function nul(text: string, reason: string): SyntaxProblem | null {
  const offset = reason.startsWith('null byte') ? text.indexOf('\0') : -1;
  const message = 'a NUL character stands here: delete it, or save the file as UTF-8';
  return offset < 0 ? null : { message, offset, end: offset + 1 };
}

/** A tab where the line is indented, or where a list item is. */
function tabOf(text: string, line: Line, reason: string, at: number): SyntaxProblem | null {
  const leading = text.slice(line.start, line.content);
  const inside = reason.startsWith('tab characters') ? text.indexOf('\t', at) : -1;
  const before = reason === 'deficient indentation' ? /\t+$/.exec(text.slice(line.start, at)) : null;
  if (before !== null) return tabAt(text, line.start + before.index);
  const offset = leading.includes('\t') ? line.start + leading.indexOf('\t') : inside;
  return offset < 0 || offset > line.end ? null : tabAt(text, offset);
}

function tabAt(text: string, offset: number): SyntaxProblem {
  const end = offset + (/^\t+/.exec(text.slice(offset, offset + FAR))?.[0].length ?? 1);
  return { message: 'a tab stands where YAML wants blanks; write blanks instead', offset, end };
}

function unknownEscape(text: string, reason: string, at: number): SyntaxProblem | null {
  if (!reason.includes('escape sequence')) return null;
  const offset = text.charAt(at) === '\\' ? at : Math.max(0, at - 1);
  const written = text.slice(offset, offset + 2);
  return {
    message: `${written} means nothing in double quotes: double the backslash, or use single quotes`,
    offset,
    end: offset + written.length,
  };
}

const ENDLESS = /deficient indentation|unexpected end of the (?:stream|document) within a (?:single|double|flow)/;

function unclosed(text: string, reason: string, at: number): SyntaxProblem | null {
  if (!ENDLESS.test(reason) && !reason.startsWith('missed comma')) return null;
  const offset = unclosedBefore(text, at);
  if (offset < 0) return null;
  const sign = text.charAt(offset);
  const isQuote = sign === '"' || sign === "'";
  // Behind a missing comma the bracket is closed as a rule, unless the next line is the next key.
  if (!ENDLESS.test(reason) && (isQuote || !leavesBracket(text, offset, at))) return null;
  if (!isQuote) return { message: `the ${sign} that opens here is not closed`, offset, end: offset + 1 };
  return { message: 'the quote that opens here is not closed', offset, end: lineOf(text, offset).end };
}

function leavesBracket(text: string, opening: number, at: number): boolean {
  const line = lineOf(text, at);
  return line.start > opening && line.column <= lineOf(text, opening).column;
}

function known(line: Line, reason: string, at: number): SyntaxProblem | null {
  const message = REASONS.find(([pattern]) => pattern.test(reason))?.[1];
  return message === undefined ? null : { message, offset: at, ...(at < line.end && { end: line.end }) };
}

function unknown(line: Line, reason: string, at: number): SyntaxProblem {
  const message = reason.includes('multiline key')
    ? 'a key goes over several lines here: a colon is missing above, or the text wants quotes'
    : `this does not read as YAML (${reason})`;
  return { message, offset: at, ...(at < line.end && { end: line.end }) };
}
