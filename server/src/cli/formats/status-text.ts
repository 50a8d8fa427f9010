import type { StatusNode, Tone } from '../../core/index';
import { placeFrom } from '../report/located';
import type { ToldStatus } from '../report/told-status';
import { type Painter, printable, type Style } from '../terminal';

const MARKS: Readonly<Record<Tone, readonly [mark: string, style: Style]>> = {
  good: ['+', 'green'],
  waiting: ['o', 'yellow'],
  bad: ['x', 'red'],
  plain: ['-', 'dim'],
};
const LEGEND: readonly (readonly [Tone, string])[] = [
  ['good', 'settled'],
  ['waiting', 'waits for somebody'],
  ['bad', 'speaks against it, or is not begun'],
];

export interface StatusWords {
  /** Where there is nothing. */
  readonly none: string;
  /** What a line with no mark of its own is. */
  readonly plain: string;
  /** Below the lines. */
  readonly end: string;
}

/** Lines of a list, each with its mark, its state and its place. */
export function statusText(told: ToldStatus, nodes: readonly StatusNode[], words: StatusWords, paint: Painter): string {
  const notChecked = told.notChecked.map(({ path, reason }) => `not checked: ${printable(path)} ${printable(reason)}`);
  if (nodes.length === 0) return `${[words.none, ...notChecked].join('\n')}\n`;
  const legend = [...LEGEND, ['plain', words.plain] as const]
    .map(([tone, meaning]) => `${MARKS[tone][0]} ${meaning}`)
    .join('   ');
  const page: Page = { place: (node) => placeFrom(told, node.at), paint };
  const groups = nodes.map((node) => linesOf(node, { indent: '', place: '' }, page).join('\n'));
  const ends = [legend, words.end, ...notChecked].filter((line) => line !== '').map((line) => paint('dim', line));
  return `${[...groups, ends.join('\n')].join('\n\n')}\n`;
}

/** Of lines that only list what the line above counts, so many are shown. */
const MOST = 5;

interface Page {
  readonly place: (node: StatusNode) => string;
  readonly paint: Painter;
}

/** `above`: what the line above is, whose place need not be said again. */
function linesOf(node: StatusNode, above: { readonly indent: string; readonly place: string }, page: Page): string[] {
  const { label, description, tone, children } = node;
  const { indent } = above;
  const { paint } = page;
  const [mark, style] = MARKS[tone];
  const place = page.place(node);
  const more = [description, place === above.place ? '' : place].filter((text) => text !== '').map(printable);
  const text = indent === '' ? paint('bold', printable(label)) : printable(label);
  const line = [`${indent}${paint(style, mark)} ${text}`, ...more.map((one) => paint('dim', one))].join('  ');
  const below = `${indent}  `;
  const shown =
    children.length > MOST ? children.filter(({ tone: one }, index) => one !== 'plain' || index < MOST) : children;
  const rest = children.length - shown.length;
  return [
    line,
    ...shown.flatMap((child) => linesOf(child, { indent: below, place }, page)),
    ...(rest === 0 ? [] : [paint('dim', `${below}  and ${rest} more: --format json lists them`)]),
  ];
}
