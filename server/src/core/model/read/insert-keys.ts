import { kindOf } from '../../text';
import type { Repair } from '../types';
import { type Pair, pairsOf, placeOf } from './cells';

/** The repair that writes keys into an entry, before its own, by default to be filled in; null where the entry has no keys yet. */
export function insertKeys({ keyAt, value }: Pair, keys: readonly string[], written = 'TODO'): Repair | null {
  if (kindOf(value.block, value.node) !== 'map') return null;
  const whole = placeOf(value);
  const { text } = value.block;
  const [first] = pairsOf(value);
  const inBraces = text[whole.start] === '{';
  if (!inBraces && first === undefined) return null;
  const quote = text[keyAt.start - 1] === '"' && inBraces ? '"' : '';
  const words = keys.map((key) => `${quote}${key}${quote}: ${quote}${written}${quote}`);
  const start = inBraces ? whole.start + 1 : whole.start;
  const newText = inBraces
    ? ` ${words.join(', ')}${first === undefined ? ' ' : ','}`
    : words.map((word) => `${word}${text.includes('\r\n') ? '\r\n' : '\n'}${indentAt(text, start)}`).join('');
  return {
    title: `Add ${keys.map((key) => `\`${key}\``).join(' and ')}`,
    newText: text.slice(keyAt.start, keyAt.end),
    also: [{ at: { ...whole, start, end: start }, newText }],
  };
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\s*$/.test(line) ? line : ' '.repeat(line.length);
}
