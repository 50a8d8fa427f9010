import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markup, toMarkup } from '../../server/src/pictures';
import { HOSTILE } from '../support/hostile';

test.each(HOSTILE)('%j stays a text', (text) => {
  const written = toMarkup(markup('a', { title: text }, [text]));
  expect(written.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
  expect(written.match(/"/g)).toHaveLength(2);
  expect(written).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
});

test('whatever a text holds, it comes back from its markup but for what hides', () => {
  const entity = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const inner = /^<b>([^<>]*)<\/b>$/.exec(toMarkup(markup('b', {}, [text])))?.[1];
      const back = inner?.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => entity[name as keyof typeof entity]);
      expect(back).toBe(
        text.replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\uffff\ufffe]/gu, (sign) =>
          /[\n\t]/.test(sign) ? sign : '\ufffd',
        ),
      );
    }),
  );
});

test('an attribute without a value is left out, and an element without content closes itself where HTML wants that', () => {
  expect(toMarkup(markup('td', { id: null, colspan: 2 }))).toBe('<td colspan="2"></td>');
  expect(toMarkup(markup('br'))).toBe('<br/>');
});
