// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: a loop over characters with the few states of a text.
import { lineOf } from './text-lines';

const QUOTED = { '"': /"(?:[^"\\]|\\[\s\S])*"/y, "'": /'(?:[^']|'')*'(?!')/y } as const;

/** Offset of the last quote or bracket that opens before `end` and is not closed there, or -1. */
export function unclosedBefore(text: string, end: number): number {
  const open: number[] = [];
  let fresh = true;
  for (let at = 0; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') fresh = open.length === 0 || fresh;
    else if (sign === '#' && isBlank(text, at - 1)) at = lineOf(text, at).end - 1;
    else if (fresh && (sign === '"' || sign === "'")) {
      const closed = endOfQuoted(text, at, sign);
      if (closed < 0 || closed > end) return at;
      at = closed - 1;
      fresh = false;
    } else if (fresh && (sign === '[' || sign === '{')) open.push(at);
    else if (sign === ']' || sign === '}') {
      open.pop();
      fresh = false;
    } else if (fresh && (sign === '|' || sign === '>') && open.length === 0) at = endOfBlockScalar(text, at);
    else fresh = begins(text, at, sign, open.length > 0, fresh);
  }
  return open.at(-1) ?? -1;
}

function isBlank(text: string, at: number): boolean {
  return /^\s?$/.test(text.charAt(at));
}

function endOfQuoted(text: string, at: number, quote: '"' | "'"): number {
  const pattern = QUOTED[quote];
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Whether a value may begin behind this character. */
function begins(text: string, at: number, sign: string, inFlow: boolean, fresh: boolean): boolean {
  if (sign === ' ' || sign === '\t' || sign === '\r') return fresh;
  if (sign === ',') return inFlow;
  if (sign === ':') return inFlow || isBlank(text, at + 1);
  return sign === '-' && fresh && isBlank(text, at + 1);
}

/** The break behind the last line of a block scalar whose header stands at an offset. */
function endOfBlockScalar(text: string, header: number): number {
  const { column, end } = lineOf(text, header);
  let last = text.indexOf('\n', end);
  while (last >= 0) {
    const line = lineOf(text, last + 1);
    if (line.text !== '' && line.column <= column) return last;
    last = text.indexOf('\n', Math.max(line.end, last + 1));
  }
  return text.length;
}
