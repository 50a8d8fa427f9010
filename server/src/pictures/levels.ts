import type { WireLevel } from '../protocol';
import type { Markup } from './markup';
import { box, group, text } from './shapes';

/** The highest first. */
export const LEVELS: readonly WireLevel[] = ['critical', 'high', 'medium', 'low', 'note'];

export const LEVEL_LETTERS: Readonly<Record<WireLevel, string>> = {
  critical: 'C',
  high: 'H',
  medium: 'M',
  low: 'L',
  note: 'N',
};

/** A pill in the colour of a level that says its letter, and a number where one is given; its right end is at `right`. */
export function badge(level: WireLevel, count: number | null, right: number, y: number): Markup {
  const words = count === null ? LEVEL_LETTERS[level] : `${LEVEL_LETTERS[level]} ${count}`;
  const width = 13 + words.length * 7;
  const x = right - width;
  return group([
    box({ x, y, width, height: 18 }, `sw-fill-${level}`, 9),
    text(x + width / 2, y + 13, words, `sw-small sw-strong sw-middle sw-on-${level}`),
  ]);
}
