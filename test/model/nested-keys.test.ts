import { expect, test } from 'vitest';
import { readModel } from '../../server/src/core/model';
import { openDocument } from '../../server/src/core/text';

/** Each problem of a threat's field as `code <span> repair`. */
function shown(field: string): string[] {
  const text = `stridewise: 1\nthreats:\n  t: { affects: GET /o, stride: denial, ${field} }\n`;
  return readModel(openDocument('file:///a.threats.yaml', text, 'model')).problems.map(({ code, at, fix }) => {
    const span = at.block.text.slice(at.start, at.end);
    return `${code} <${span}>${fix === undefined ? '' : ` ${fix.newText}`}`;
  });
}

test.each([
  ['dread: { damage: 8, affected: 2.5, x-why: seen }', []],
  ['dread: { damgae: 8 }', ['unknown-key <damgae> damage']],
  ['dread: { damage: 11 }', ['malformed-vector <11>']],
  ['dread: { damage: high }', ['malformed-vector <high>']],
  ['dread: { damage: 1, damage: 2 }', ['duplicate-key <damage>']],
  ['owaspRating: { likelihood: high, agent: 5/2/7/1 }', []],
  ['owaspRating: { likelihod: high }', ['unknown-key <likelihod> likelihood']],
  ['owaspRating: { impact: hihg }', ['unknown-word <hihg> high']],
  ['owaspRating: { agent: { skill: 10 } }', ['malformed-vector <10>']],
  ['pasta: { threat: 0.6, vulnerability: 0.7, impact: 8 }', []],
  ['pasta: { threat: 6, impct: 8 }', ['malformed-vector <6>', 'unknown-key <impct> impact']],
])('%s', (field, problems) => {
  expect(shown(field)).toEqual(problems);
});

test('a list is no number', () => {
  expect(shown('dread: { damage: [1, 2] }')).toEqual([expect.stringMatching(/^wrong-type <\[1, 2/)]);
});
