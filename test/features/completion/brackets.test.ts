import { describe, expect, test } from 'vitest';
import { accepted, complete, itemNamed, labels, problemsWith } from '../../support/complete';
import { ONE } from './shop';

const threat = (value: string) =>
  `${ONE}threats:\n  one:\n    title: A\n    affects: store\n    stride: tampering\n    ${value}\n`;
const WORDS = '{ likelihood, impact }';
const VECTORS = '{ agent, vulnerability, technical, business }';

describe('Values that are keys or rows', () => {
  test.each([
    ['owaspRating: $0', WORDS, 'owaspRating: { likelihood: medium, impact: medium }'],
    ['owaspRating:$0', WORDS, 'owaspRating: { likelihood: medium, impact: medium }'],
    ['owaspRating: lik$0', WORDS, 'owaspRating: { likelihood: medium, impact: medium }'],
    [
      'owaspRating: $0',
      VECTORS,
      'owaspRating: { agent: 4/4/4/4, vulnerability: 4/4/4/4, technical: 4/4/4/4, business: 4/4/4/4 }',
    ],
  ])('%s and %s', (text, label, wanted) => {
    const done = complete(threat(text));
    const written = accepted(done, label);
    expect(written).toContain(`    ${wanted}\n`);
    expect(problemsWith(done, written)).toEqual([]);
  });

  test('each value is to be filled in', () => {
    const { edit, fields } = itemNamed(complete(threat('owaspRating: $0')), WORDS);
    expect(fields.map(([from, to]) => edit.newText.slice(from, to))).toEqual(['medium', 'medium']);
  });

  test('inside brackets', () => {
    const done = complete(`${ONE}threats: { one: { affects: store, stride: denial, owaspRating: $0 } }\n`);
    const written = accepted(done, WORDS);
    expect(written).toContain('owaspRating: { likelihood: medium, impact: medium } } }');
    expect(problemsWith(done, written)).toEqual([]);
  });

  test.each(['as the method has it', 'stricter'])('a matrix %s, a row a line', (label) => {
    const done = complete(`${ONE}risk:\n  acceptable: medium\n  matrix: $0\n`);
    expect(labels(done)).toEqual(['as the method has it', 'stricter']);
    const written = accepted(done, label);
    expect(written.match(/^ {4}\[\w+(?:, \w+){4}\][,\]]$/gm)).toHaveLength(4);
    expect(problemsWith(done, written)).toEqual([]);
  });

  test('a matrix inside brackets stays on its line', () => {
    const done = complete(`${ONE}risk: { matrix: $0 }\n`);
    const written = accepted(done, 'as the method has it');
    expect(written).toMatch(/risk: \{ matrix: \[\[medium, medium, high, critical, critical\], .* \}\n/);
    expect(problemsWith(done, written)).toEqual([]);
  });
});
