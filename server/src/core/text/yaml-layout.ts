import { hasKey, type Line, lineAbove, lineOf } from './text-lines';
import type { SyntaxProblem } from './types';

/** What is wrong with how lines stand to each other, or null where that is not to be seen. */
export function layoutProblem(text: string, at: number): SyntaxProblem | null {
  const line = lineOf(text, at);
  if (at >= line.end && line.text === '') return null;
  if (at <= line.content) return misplaced(text, line);
  return beside(text, line, at);
}

/** The error stands within a line: something in it cannot follow what is in front of it. */
function beside(text: string, line: Line, at: number): SyntaxProblem | null {
  const before = text.slice(line.content, at).trimEnd();
  const sign = text.charAt(at);
  const place = { offset: at, end: line.end };
  if (/(?:^|[:-])$/.test(before) && /[@`%\]},]/.test(sign)) {
    const name = sign === '`' ? 'a backtick' : sign;
    return { message: `no text begins with ${name} in YAML: put it in quotes`, ...place };
  }
  const special = /(?:^|[:-]\s+)([*&!])\S*$/.exec(before)?.[1];
  if (special !== undefined) return { message: meaningOf(special), ...place };
  if (sign !== ':') return /["'\]}]$/.test(before) ? behindClosing(before, line, at) : null;
  return colonInValue(before, line) ?? keyUnder(text, line);
}

function meaningOf(sign: string): string {
  return `a ${sign} has a meaning of its own in YAML: put a text that begins with it in quotes`;
}

function colonInValue(before: string, line: Line): SyntaxProblem | null {
  if (before.endsWith(':')) {
    const message = 'a colon stands where a value is expected: delete it, or put the text in quotes';
    return { message, offset: line.content + before.length - 1, end: line.end };
  }
  const value = /^(?:- +)*(?:"[^"]*"|'[^']*'|[^"'[{].*?): +/.exec(before)?.[0].length;
  if (value === undefined || value >= before.length) return null;
  const message = 'a colon with a blank behind it stands inside this text: put the text in quotes';
  return { message, offset: line.content + value, end: line.end };
}

function behindClosing(before: string, line: Line, at: number): SyntaxProblem {
  const closing = before.at(-1) ?? '';
  const message =
    closing === "'" && at === line.content + before.length
      ? "this stands behind the closing quote: an apostrophe in single quotes is written ''"
      : `this stands behind the closing ${closing === "'" || closing === '"' ? 'quote' : closing}: put all of the text in quotes`;
  return { message, offset: at, end: line.end };
}

/** A key where the text of the line above goes on. */
function keyUnder(text: string, line: Line): SyntaxProblem | null {
  const above = lineAbove(text, line);
  if (above === null) return null;
  const special = /^(?:- +)*([*&!])/.exec(above.text)?.[1];
  if (special !== undefined) return { message: meaningOf(special), offset: above.content, end: above.end };
  if (!hasKey(above)) return above.column <= line.column ? colonless(above) : null;
  if (above.column >= line.column) return null;
  const message = `the key ${keyOf(line)} is indented deeper than ${keyOf(above)} above it, which has a value already`;
  return { message, offset: line.content, end: line.end };
}

/** The line that ends where a colon was expected. */
export function lackingColon(text: string, at: number): SyntaxProblem {
  const line = lineOf(text, at);
  return colonless(line.text === '' ? (lineAbove(text, line) ?? line) : line);
}

function colonless(above: Line): SyntaxProblem {
  const place = { offset: above.content, end: above.end };
  const glued = /^(?:- +)*([^\s:]+):(?=\S)/.exec(above.text)?.[1];
  if (glued !== undefined) return { message: `a blank is missing behind the colon of ${glued}`, ...place };
  const word = /^(?:- +)*(\S+)/.exec(above.text)?.[1] ?? '';
  return { message: `a colon is missing behind ${word}`, ...place };
}

function keyOf({ text }: Line): string {
  return /^(?:- +)*("[^"]*"|'[^']*'|[^:]+)/.exec(text)?.[1]?.trim().slice(0, 60) ?? text;
}

/** The error stands where a line begins: the line stands in a column of its own. */
function misplaced(text: string, line: Line): SyntaxProblem | null {
  const above = lineAbove(text, line);
  if (above === null) return null;
  const stray = strayAtStart(line);
  if (stray !== null) return stray;
  const place = { offset: line.content, end: line.end };
  const sibling = siblingAbove(text, line);
  const isItem = /^-(?:\s|$)/.test(line.text);
  if (sibling !== null && isItem !== /^-(?:\s|$)/.test(sibling.text)) {
    const message = isItem
      ? 'an item of a list stands among keys: indent it below the key that it belongs to'
      : 'a key stands among the items of a list: indent it below the item that it belongs to, or less than the list';
    return { message, ...place };
  }
  if (!isItem && !hasKey(line) && hasKey(above)) return colonless(line);
  if (sibling !== null) return hasKey(sibling) ? null : colonless(sibling);
  return { message: strayIndent(text, line), ...place };
}

/** A sign that no line begins with, or a quote that the line does not close. */
function strayAtStart({ text, content, end }: Line): SyntaxProblem | null {
  const sign = /^(?:[\]},@`%]|[*&!](?=\s))/.exec(text)?.[0];
  if (sign !== undefined) {
    const name = sign === '`' ? 'a backtick' : sign;
    return {
      message: `no line begins with ${name} in YAML: delete it, or use quotes`,
      offset: content,
      end: content + 1,
    };
  }
  if (!/^(?:"[^"]*|'[^']*)$/.test(text)) return null;
  return { message: 'the quote that opens here is not closed', offset: content, end };
}

function strayIndent(text: string, line: Line): string {
  let least = Number.POSITIVE_INFINITY;
  let deeper = -1;
  for (let above = lineAbove(text, line); above !== null && least > line.column; above = lineAbove(text, above)) {
    if (above.column >= least) continue;
    if (above.column > line.column) deeper = above.column;
    least = above.column;
  }
  const others = [least, deeper].filter((column) => column >= 0 && column !== line.column && Number.isFinite(column));
  const blanks = line.column === 1 ? '1 blank' : `${line.column} blanks`;
  return `this line is indented by ${blanks}, the lines above it by ${[...new Set(others)].join(' or ')}: put it under one of them`;
}

/** The nearest line above that begins in the same column, with none less indented between. */
function siblingAbove(text: string, line: Line): Line | null {
  for (let above = lineAbove(text, line); above !== null; above = lineAbove(text, above)) {
    if (above.column === line.column) return above;
    if (above.column < line.column) return null;
  }
  return null;
}
