import { describe, expect, it } from 'vitest';
import { colourPainter, painterFor, plainPainter, printable } from '../../server/src/cli/terminal';

describe('what a terminal is given', () => {
  it.each([
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\nb\tc', 'a\\u{a}b\\u{9}c'],
    ['\u009b31m', '\\u{9b}31m'],
    ['a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['\ud83d', '\\u{d83d}'],
    ['Grüße 🦊 /größe', 'Grüße 🦊 /größe'],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('is coloured only on a terminal, and never against NO_COLOR', () => {
    expect(painterFor(true, {})).toBe(colourPainter);
    expect(painterFor(true, { NO_COLOR: '' })).toBe(colourPainter);
    expect(painterFor(true, { NO_COLOR: '1' })).toBe(plainPainter);
    expect(painterFor(true, { TERM: 'dumb' })).toBe(plainPainter);
    expect(painterFor(false, {})).toBe(plainPainter);
  });
});
