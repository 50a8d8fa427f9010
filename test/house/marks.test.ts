import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Colour {
  readonly id: string;
  readonly defaults: Readonly<Record<'light' | 'dark', string>>;
}

const colours: readonly Colour[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.colors;
const marks = colours.flatMap((colour) => (['light', 'dark'] as const).map((theme) => ({ colour, theme })));

it.each(marks)('the mark beside a line has the colour of its level: $colour.id, $theme', ({ colour, theme }) => {
  const level = /^stridewise\.(\w+)Foreground$/.exec(colour.id)?.[1];
  const picture = readFileSync(`media/marks/${level}-${theme}.svg`, 'utf8');
  const used = picture.match(/#\w+/g) ?? [];
  expect(used).toContain(colour.defaults[theme]);
  // Four digits and eight have an opacity, and a mark that is seen through is not seen.
  expect(used.filter((one) => !/^#[\da-f]{6}$/.test(one))).toEqual([]);
});
