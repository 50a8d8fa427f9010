import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCostly } from '../../server/src/core/openapi/patterns';
import { sampleClass } from '../../server/src/core/openapi/samples/classes';
import { secretKind } from '../../server/src/core/openapi/samples/secrets';

const pieces = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '|',
  '*',
  '+',
  '?',
  '^',
  '$',
  '\\',
  '.',
  '-',
  ',',
  '<',
  '=',
  '!',
  ':',
  'a',
  'b',
  'd',
  'w',
  '0',
  '9',
];
const pattern = fc.array(fc.constantFrom(...pieces, '{2,}', '(?:', '(?=', '(?<n>', '[^a]', '\\d'), { maxLength: 40 });

it('whatever is written as a pattern is judged, broken or not', () => {
  fc.assert(
    fc.property(pattern, (parts) => {
      expect([true, false]).toContain(isCostly(parts.join('')));
    }),
    { numRuns: 5000, examples: [[['[', ')', '*', '-']], [['(', 'a', ')', '*', '\\']], [['[', ')', '*', '\\']]] },
  );
});

it('a pattern without a repeated group is never costly', () => {
  const plain = fc.array(
    fc.constantFrom('a', 'b', '[a-z]', '\\d', '.', 'a+', '\\w*', 'b?', '(ab)', '(a|b)', '$', '^'),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(plain, (parts) => !isCostly(parts.join(''))),
    { numRuns: 500 },
  );
});

it('no text of an example is too odd to look at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      sampleClass(text);
      secretKind(text);
    }),
    { numRuns: 1000 },
  );
});
