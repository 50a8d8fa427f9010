import { STATE_WORDS } from '../../core';
import { counted, FIFTHS, percent } from '../../pictures';
import type { Overview, OverviewApi, OverviewThreat, WireSimulation } from '../../protocol';
import type { GoalLine, ReportData, ThreatDetail } from '../report-data';
import { capital, GOALS_NOTE, placeIn, SIMULATION_NOTE, STAGES } from '../words';
import { SIGNS, signsOf } from './signs';
import { codeOf, markdownTable, words } from './table';

const MOST_ROWS = 60;
const MOST_LISTED = 100;
const MOST_TOLD = 15;

export function summary({ summary: { levels, risk } }: Overview): string {
  const rows = levels.map((one) => [capital(one.level), ...STAGES.map(([stage]) => String(one[stage]))]);
  const sums = ['Sum of risks', ...STAGES.map(([stage]) => risk[stage].toFixed(0))];
  return markdownTable(['Threats', ...STAGES.map(([, head]) => head)], [...rows, sums]);
}

/** The matrix, with the letters and numbers of the threats that are open. */
export function matrix({ matrix: { cells }, threats }: Overview): string {
  const rows = FIFTHS.toReversed().map((impact, row) => [
    `**${impact}**`,
    ...FIFTHS.map((_, column) => {
      const cell = row * FIFTHS.length + column;
      const open = threats.flatMap((threat, index) =>
        threat.cell === cell && threat.open ? [numbered(threat, index)] : [],
      );
      const answered = (cells[cell]?.threats ?? 0) - (cells[cell]?.open ?? 0);
      return [...clippedList(open), ...(answered > 0 ? [`(${answered} answered)`] : [])].join(' ');
    }),
  ]);
  return markdownTable(['Impact \\ Likelihood', ...FIFTHS], rows);
}

const MOST_IN_CELL = 12;

function clippedList(entries: readonly string[]): readonly string[] {
  const rest = entries.length - MOST_IN_CELL;
  return rest > 0 ? [...entries.slice(0, MOST_IN_CELL), `+${rest}`] : entries;
}

function numbered({ level }: OverviewThreat, index: number): string {
  return `${level.charAt(0).toUpperCase()}${index + 1}`;
}

/** Who calls whom, one a row. */
export function flows({ diagram: { nodes, edges } }: Overview): string {
  const names = new Map(nodes.map(({ id, label }) => [id, label]));
  const rows = edges.map(({ from, to, carries, over, clear, crosses, guessed }) => [
    words(names.get(from) ?? from),
    words(names.get(to) ?? to),
    words(carries.join(', ')),
    words(over) + (clear ? ' (clear text)' : ''),
    [crosses ? 'crosses a trust boundary' : '', guessed ? 'guessed' : ''].filter((note) => note !== '').join(', '),
  ]);
  return markdownTable(['From', 'To', 'Carries', 'Over', ''], rows);
}

/** The operations of an API with the signs of their categories; of many, those with something open. */
export function coverage({ name, rows }: OverviewApi): string {
  const shown = rows.length <= MOST_ROWS ? rows : rows.filter(({ levels }) => levels.some((level) => level !== null));
  const cut = shown.slice(0, MOST_ROWS);
  const rest = rows.length - cut.length;
  const more =
    rest === 0 ? [] : ['', `${counted(rest, 'more operation')} left out; those with open threats come first.`];
  const table = markdownTable(
    ['Operation', 'S', 'T', 'R', 'I', 'D', 'E'],
    cut.map((row) => [codeOf(row.name), ...signsOf(row)]),
  );
  return [`### ${words(name)}`, '', table, ...more].join('\n');
}

export const LEGEND = SIGNS;

export function threatTable({ overview }: ReportData, place: PlaceWriter): string {
  const listed = overview.threats.slice(0, MOST_LISTED);
  const rows = listed.map((threat, index) => {
    const { title, place: about, state, residual, at } = threat;
    return [
      numbered(threat, index),
      words(title),
      words(about),
      STATE_WORDS[state],
      residual.toFixed(1),
      place(placeIn(overview, at), at),
    ];
  });
  const rest = overview.summary.threats - listed.length;
  const more = rest > 0 ? ['', `${rest} more are left out.`] : [];
  return [markdownTable(['', 'Threat', 'Where', 'State', 'Left', 'Line'], rows), ...more].join('\n');
}

/** Writes a place as Markdown: code, or a link. */
export type PlaceWriter = (words: string, at: OverviewThreat['at']) => string;

/** The greatest open threats in words, with where their figures come from. */
export function toldThreats({ overview, details }: ReportData): string {
  const open = overview.threats.flatMap((threat, index) => {
    const detail = details[index];
    return threat.open && detail !== undefined ? [toldOf(threat, index, detail)] : [];
  });
  return open.slice(0, MOST_TOLD).join('\n\n');
}

function toldOf(threat: OverviewThreat, index: number, detail: ThreatDetail): string {
  const { message, lacking, impact, mend, methods } = detail;
  const figures = methods.map(({ title, ranks, level, residual, formula }) => {
    const name = ranks ? `**${words(title)}**` : words(title);
    return `- ${name}: ${level}, ${residual.toFixed(1)} of 10; before answers ${words(formula)}`;
  });
  return [
    `### ${numbered(threat, index)} ${words(threat.title)}`,
    words(message),
    words(lacking),
    impact === '' ? '' : `What can happen: ${impact}`,
    mend === '' ? '' : `In the description: ${mend}`,
    figures.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** How each goal stands. */
export function goals(lines: readonly GoalLine[]): string[] {
  if (lines.length === 0) return [];
  return ['## Goals', words(GOALS_NOTE), ...lines.flatMap(({ title, markdown }) => [`### ${words(title)}`, markdown])];
}

export function answers(overview: Overview): string {
  const rows = overview.answers.map(({ title, reason, strategy, assumed, status, owner, until, due, threats }) => [
    words(reason === '' ? title : `${title}: ${reason}`),
    assumed ? 'assume' : strategy,
    status,
    words(owner),
    words(until || due),
    String(threats),
  ]);
  return markdownTable(['Answer', 'Strategy', 'Status', 'Owner', 'Until or due', 'Threats'], rows);
}

const MOST_PATHS = 5;

export function simulated({ runs, seed, loss, error, assets, first, paths, guesses }: WireSimulation): string {
  const assetRows = assets.map(({ title, probability, impact, loss: lost, guessed }) => [
    words(title) + (guessed ? ' (guess)' : ''),
    percent(probability),
    String(impact),
    lost.toFixed(2),
  ]);
  const firstLines = first.map(({ title, source, buys, left }, index) => {
    return `${index + 1}. **${words(title)}** (${source}): ${(left + buys).toFixed(2)} → ${left.toFixed(2)}`;
  });
  const ways = paths.slice(0, MOST_PATHS).map(({ harms, probability, start, steps }) => {
    const told = [start, ...steps.map(({ text }) => text)].map(words).join(' → ');
    return `- **${words(harms.join(', '))}**, ${percent(probability)}: ${told}`;
  });
  return [
    `${runs.toLocaleString('en')} simulated attacks (seed ${seed}): expected loss ${loss.toFixed(2)} ± ${error.toFixed(2)}. ${SIMULATION_NOTE}`,
    markdownTable(['What is harmed', 'Probability', 'Impact', 'Expected loss'], assetRows),
    ...(first.length === 0 ? [] : ['### These first', firstLines.join('\n')]),
    ...(ways.length === 0 ? [] : ['### The likeliest ways', ways.join('\n')]),
    ...(guesses.length === 0 ? [] : ['### What was guessed', guesses.map((guess) => `- ${words(guess)}`).join('\n')]),
  ].join('\n\n');
}
