import type { OverviewStages, OverviewSummary } from '../protocol';
import { LEVEL_LETTERS } from './levels';
import type { Markup } from './markup';
import { box, group, type Links, picture, text } from './shapes';

const WIDTH = 920;
const LEFT = 170;
const ROOM = WIDTH - LEFT - 90;
const ROW = 46;

const STAGES: readonly (readonly [keyof OverviewStages, string])[] = [
  ['inherent', 'Before any answer'],
  ['residual', 'Now'],
  ['projected', 'With what is planned'],
];

/** How many threats have which level: before any answer, now, and once the plans are carried out. At the end the sum of their risks. */
export function levelsPicture(summary: OverviewSummary, links: Links = 'none'): Markup {
  const told = STAGES.map(([stage, words]) => `${words}: ${inWords(summary, stage)}`);
  const label = `Threats by level. ${told.join('. ')}`;
  const rows = STAGES.map(([stage, words], index) => barAt(summary, stage, words, 30 + index * ROW));
  return picture({ width: WIDTH, height: 30 + STAGES.length * ROW }, label, links, [
    text(WIDTH - 16, 18, 'Sum of risks', 'sw-small sw-muted sw-end'),
    ...rows,
  ]);
}

function inWords({ levels }: OverviewSummary, stage: keyof OverviewStages): string {
  const counts = levels.filter((one) => one[stage] > 0).map((one) => `${one[stage]} ${one.level}`);
  return counts.length === 0 ? 'none' : counts.join(', ');
}

function barAt(summary: OverviewSummary, stage: keyof OverviewStages, words: string, y: number): Markup {
  const { levels, threats, risk } = summary;
  let x = LEFT;
  const parts = levels.flatMap((one) => {
    const count = one[stage];
    const width = threats === 0 ? 0 : (count / threats) * ROOM;
    const at = x;
    x += width;
    if (count === 0) return [];
    const sign = width > 34 ? `${LEVEL_LETTERS[one.level]} ${count}` : width > 14 ? LEVEL_LETTERS[one.level] : '';
    return [
      box({ x: at + 1, y, width: Math.max(2, width - 2), height: 30 }, `sw-fill-${one.level}`, 4),
      text(at + width / 2, y + 20, sign, `sw-strong sw-middle sw-on-${one.level}`),
    ];
  });
  return group([
    text(LEFT - 14, y + 20, words, 'sw-end'),
    ...parts,
    text(WIDTH - 16, y + 21, risk[stage].toFixed(0), 'sw-large sw-end'),
  ]);
}
