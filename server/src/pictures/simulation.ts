import type { WireAsset, WireFirstMeasure, WirePath, WireSimulation, WireStep } from '../protocol';
import { type Markup, markup } from './markup';
import { box, clipped, group, type Links, path, picture, text } from './shapes';
import { percent } from './words';

const WIDTH = 920;
const ROW = 34;
const TITLES = { width: 344, most: 46 } as const;
const BARS = 300;
const MOST_ASSETS = 15;

/** What is harmed how often in the runs of a simulation, and what that costs: the greatest expected loss first. */
export function lossPicture({ assets, runs }: WireSimulation, links: Links = 'none'): Markup {
  const shown = assets.slice(0, MOST_ASSETS);
  const height = 52 + shown.length * ROW + 12;
  const label = `Probability that each of ${shown.length} assets is harmed, in ${runs} simulated attacks`;
  const heads = [
    text(20, 30, 'What is harmed', 'sw-strong'),
    text(TITLES.width, 30, 'Probability', 'sw-strong'),
    text(TITLES.width + BARS + 130, 30, 'Impact', 'sw-strong sw-end'),
    text(WIDTH - 24, 30, 'Expected loss', 'sw-strong sw-end'),
  ];
  return picture({ width: WIDTH, height }, label, links, [
    ...heads,
    ...shown.map((asset, index) => assetAt(asset, 48 + index * ROW)),
  ]);
}

function assetAt({ title, probability, error, impact, loss, guessed }: WireAsset, y: number): Markup {
  const end = TITLES.width + probability * BARS;
  const spread = error * BARS;
  const words = `${title}: harmed with probability ${percent(probability)}, impact ${impact} of 10, expected loss ${loss.toFixed(2)}`;
  return group([
    markup('title', {}, [guessed ? `${words}; the likeliest way rests on a guess` : words]),
    text(20, y + 18, clipped(title, TITLES.most), guessed ? 'sw-guess' : ''),
    box({ x: TITLES.width, y: y + 6, width: BARS, height: 16 }, 'sw-rail', 3),
    box({ x: TITLES.width, y: y + 6, width: probability * BARS, height: 16 }, 'sw-bar', 3),
    path(`M${(end - spread).toFixed(1)} ${y + 14}H${(end + spread).toFixed(1)}`, 'sw-whisker'),
    text(TITLES.width + BARS + 12, y + 18, percent(probability)),
    text(TITLES.width + BARS + 130, y + 18, String(impact), 'sw-end sw-muted'),
    text(WIDTH - 24, y + 18, loss.toFixed(2), 'sw-strong sw-end'),
  ]);
}

/** The expected loss now, and after each of the measures to take first. */
export function measuresPicture({ first, loss }: WireSimulation, links: Links = 'none'): Markup {
  const label = `Expected loss ${loss.toFixed(2)}${first.map(({ title, left }) => `; with ${title} ${left.toFixed(2)}`).join('')}`;
  return picture({ width: WIDTH, height: 24 + (first.length + 1) * 44 }, label, links, [
    barAt('Now', '', { left: loss, before: loss, loss }, 12),
    ...first.map((measure, index) => measureAt(measure, index, loss)),
  ]);
}

function measureAt({ title, source, left, buys }: WireFirstMeasure, index: number, loss: number): Markup {
  return barAt(`${index + 1}. ${title}`, source, { left, before: left + buys, loss }, 12 + (index + 1) * 44);
}

interface Lengths {
  readonly left: number;
  readonly before: number;
  readonly loss: number;
}

function barAt(title: string, source: string, { left, before, loss }: Lengths, y: number): Markup {
  const room = WIDTH - TITLES.width - 110;
  const length = (value: number) => (loss === 0 ? 0 : (value / loss) * room);
  return group([
    markup('title', {}, [`${title}: expected loss ${left.toFixed(2)}`]),
    text(20, y + 16, clipped(title, TITLES.most)),
    ...(source === '' ? [] : [text(20, y + 32, source, 'sw-small sw-muted')]),
    box({ x: TITLES.width, y: y + 4, width: length(before), height: 22 }, 'sw-bought', 3),
    box({ x: TITLES.width, y: y + 4, width: length(left), height: 22 }, 'sw-bar', 3),
    text(TITLES.width + length(before) + 10, y + 20, left.toFixed(2), 'sw-strong'),
  ]);
}

/** The likeliest ways to what is harmed, as a list of HTML. */
export function pathsList({ paths }: WireSimulation): Markup {
  return markup(
    'ol',
    { class: 'sw-paths' },
    paths.map((one) => markup('li', {}, [headOf(one), stepsOf(one)])),
  );
}

function headOf({ harms, probability }: WirePath): Markup {
  return markup('p', {}, [markup('strong', {}, [harms.join(', ')]), ` ${percent(probability)}`]);
}

function stepsOf({ start, steps }: WirePath): Markup {
  return markup('ol', {}, [markup('li', {}, [start]), ...steps.map(stepOf)]);
}

function stepOf({ text: words, probability, guess, certainty }: WireStep): Markup {
  const notes = [
    probability < 1 ? percent(probability) : '',
    certainty === 'silent' ? 'not ruled out' : '',
    guess === '' ? '' : 'a guess',
  ];
  const told = notes.filter((note) => note !== '').join(', ');
  return markup('li', { title: guess === '' ? null : guess }, [
    words,
    ...(told === '' ? [] : [markup('span', { class: 'sw-note' }, [` ${told}`])]),
  ]);
}
