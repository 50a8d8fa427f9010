import { expect, it } from 'vitest';
import { type SpecLensMode, specLenses, specLensPlaces, specLensTitle } from '../../../server/src/core/index';
import { load } from '../../support/check';
import { MODEL, PARTS, SPEC } from './shop';

interface Options {
  readonly mode?: SpecLensMode;
  readonly hidden?: ReadonlySet<string>;
}

/** Each lens of a file: its line, what it says, and the lines that it leads to. */
function lensesIn(source: string, { mode = 'full', hidden = new Set() }: Options = {}, name = 'openapi.yaml') {
  const { workspace, analysis, files } = load(source);
  const { uri } = files.find((file) => file.uri.endsWith(name)) ?? expect.fail(name);
  return specLenses(workspace, analysis, uri, mode, hidden).map(({ range, subject }) => {
    const places = specLensPlaces(workspace, analysis, uri, subject, hidden);
    const lines = places.map((place) => place.range.start.line + 1).join(' ');
    const title = specLensTitle(analysis, uri, subject, hidden);
    return `${range.start.line + 1} | ${title}${lines === '' ? '' : ` @ ${lines}`}`;
  });
}

it('a description is summed up at its top, and each operation above its line', () => {
  expect(lensesIn(SPEC)).toEqual([
    '1 | 2 operations · 2 open above the line, 1 high @ 13 9',
    '1 | 7 questions @ 8 12',
    '8 | 1 medium open · 2 of 6 categories answered, 3 unanswered @ 9',
    '12 | 1 high open · 1 of 6 categories answered, 4 unanswered @ 13',
  ]);
});

it('the setting takes away the operations, or all', () => {
  expect(lensesIn(SPEC, { mode: 'summary' })).toHaveLength(2);
  expect(lensesIn(SPEC, { mode: 'off' })).toEqual([]);
});

it('what answers settle is not open, and counts as answered', () => {
  const answers = `${MODEL}
    mitigations:
      owner: { control: ownership-check, covers: broken-object-level-authorization on store, status: implemented }
      rest: { title: Reviewed, covers: "all on GET /orders/{orderId}", status: implemented }
    notApplicable:
      missing-authentication on POST /notes: Anybody may leave a note
`;
  const [findings, questions, order] = lensesIn(`${SPEC}${answers}`);
  expect(findings).toBe('1 | 2 operations · nothing open above the line');
  expect(questions).toMatch(/^1 \| \d questions? @ 12$/);
  expect(order).toBe('8 | nothing open · 6 of 6 categories answered');
});

it('what the settings hide is not counted, questions among it', () => {
  const hidden = new Set(['broken-object-level-authorization', 'unanswered']);
  const lenses = lensesIn(SPEC, { hidden });
  expect(lenses[0]).toBe('1 | 2 operations · 1 open above the line, 1 high @ 13');
  expect(lenses[1]).toMatch(/^8 \| nothing open · 2 of 6 categories answered$/);
});

it('an operation in a file of its own has its lens there, and the summary stands in the description', () => {
  expect(lensesIn(PARTS)).toHaveLength(2);
  expect(lensesIn(PARTS, {}, 'notes.yaml')).toEqual([expect.stringMatching(/^1 \| 1 high open · .* @ 2$/)]);
});

it('JSON has the same, and one without lines the summary alone', () => {
  const json = {
    openapi: '3.0.3',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://api.shop.example' }],
    paths: { '/notes': { post: { responses: {} }, get: { responses: {} } } },
  };
  const spread = lensesIn(`//- openapi.json\n${JSON.stringify(json, null, 2)}\n`, {}, 'openapi.json');
  expect(spread.map((line) => line.split(' ')[0])).toEqual(['1', '1', '14', '17']);
  expect(lensesIn(`//- openapi.json\n${JSON.stringify(json)}\n`, {}, 'openapi.json')).toHaveLength(2);
});

it('another file and a subject that is gone have none', () => {
  const { analysis, files } = load(`${SPEC}${MODEL}`);
  const model = files[1]?.uri ?? '';
  expect(lensesIn(`${SPEC}${MODEL}`, {}, 'shop.threats.yaml')).toEqual([]);
  expect(specLensTitle(analysis, model, 'findings', new Set())).toBeNull();
  expect(specLensTitle(analysis, files[0]?.uri ?? '', { operation: 'GET /gone' }, new Set())).toBeNull();
});
