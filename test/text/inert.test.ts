import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../server/src/cli/formats/json-text';
import { inert } from '../../server/src/core/text';

describe('plain words of one line', () => {
  it.each([
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u009b31m', '\\u{9b}31m'],
    ['two\r\n\tlines', 'two lines'],
    ['a\u202eb\u2066c\u200f', 'a\\u{202e}b\\u{2066}c\\u{200f}'],
    ['half \ud83d', 'half \\u{d83d}'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['Grüße 🦊 👩‍💻 نمی‌خواهم', 'Grüße 🦊 👩‍💻 نمی‌خواهم'],
  ])('%j', (text, shown) => {
    expect(inert(text)).toBe(shown);
  });

  it('stay as they are when they are made so again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(inert(inert(text))).toBe(inert(text));
      }),
    );
  });
});

describe('JSON', () => {
  it('says every text exactly, and has no character that is obeyed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = jsonText({ text, [text]: [text] });
        expect(JSON.parse(written)).toEqual({ text, [text]: [text] });
        expect(written).not.toMatch(/[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
