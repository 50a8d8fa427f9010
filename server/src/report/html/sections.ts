import { heatTable, levelsPicture, lossPicture, type Markup, measuresPicture, pathsList } from '../../pictures';
import type { Overview, OverviewAnswer, OverviewApi, WireSimulation } from '../../protocol';
import type { GoalLine, NotCheckedLine } from '../report-data';
import { GOALS_NOTE, placeIn, SIMULATION_NOTE } from '../words';
import { type Content, element, paragraph, section, table } from './parts';

/** More rows than these are folded. */
const MANY_ROWS = 60;

/** How many threats have which level at each stage. */
export function figures({ summary }: Overview): Markup[] {
  const told = 'Threats by level, and the sum of their risks, 0 to 10 each.';
  return [...paragraph([told], 'muted'), element('div', [levelsPicture(summary)], 'scroll')];
}

/** A table for each API; long ones are folded. */
export function coverage(apis: readonly OverviewApi[]): Content[] {
  return apis.map((api) => {
    const rows = element('div', [heatTable(api, 'threats')], 'scroll');
    if (api.rows.length <= MANY_ROWS) return rows;
    return element('details', [element('summary', [`${api.name}: ${api.rows.length} operations`]), rows]);
  });
}

export function answers(overview: Overview): Markup {
  const columns = [
    { head: 'Answer' },
    { head: 'Strategy' },
    { head: 'Status' },
    { head: 'Owner' },
    { head: 'Until or due' },
    { head: 'Threats', isNumber: true },
    { head: 'Where' },
  ];
  return table(
    columns,
    overview.answers.map((answer) => rowOf(overview, answer)),
  );
}

function rowOf(overview: Overview, answer: OverviewAnswer): Content[] {
  const { title, reason, strategy, assumed, status, owner, until, due, threats, at } = answer;
  const words = reason === '' ? [title] : [title, element('span', [`: ${reason}`], 'muted')];
  const where = element('code', [placeIn(overview, at)], 'whole');
  return [
    element('span', words),
    assumed ? 'assume' : strategy,
    status,
    owner,
    element('span', [until || due], 'whole'),
    String(threats),
    where,
  ];
}

export function simulated(simulation: WireSimulation): Markup {
  const { runs, seed, loss, error, first, paths, guesses, assets } = simulation;
  const lead = `${runs.toLocaleString('en')} simulated attacks (seed ${seed}): expected loss ${loss.toFixed(2)} ± ${error.toFixed(2)}.`;
  return section('simulation', 'Simulated attacks', [
    ...paragraph([lead, ' ', SIMULATION_NOTE]),
    ...(assets.length === 0 ? [] : [element('div', [lossPicture(simulation)], 'scroll')]),
    ...(first.length === 0
      ? []
      : [element('h3', ['These first']), element('div', [measuresPicture(simulation)], 'scroll')]),
    ...(paths.length === 0 ? [] : [element('h3', ['The likeliest ways']), pathsList(simulation)]),
    ...listed('What was guessed', guesses),
  ]);
}

/** A head and a list, where there is something to list. */
export function listed(head: string, entries: readonly string[]): Markup[] {
  if (entries.length === 0) return [];
  return [element('h3', [head]), ...bullets(entries)];
}

const MOST_AGAINST = 12;

/** How each goal stands, with what speaks against it. */
export function goals(lines: readonly GoalLine[]): Markup[] {
  if (lines.length === 0) return [];
  return [section('goals', 'Goals', [...paragraph([GOALS_NOTE], 'muted'), ...lines.flatMap(goalOf)])];
}

function goalOf({ title, regulation, words, questions, against }: GoalLine): Markup[] {
  const shown = against.slice(0, MOST_AGAINST);
  const rest = against.length - shown.length;
  return [
    element('h3', [title]),
    ...paragraph([element('strong', [words]), regulation === '' ? '' : element('span', [` · ${regulation}`], 'muted')]),
    ...bullets(questions),
    ...(shown.length === 0 ? [] : paragraph(['Against it:'])),
    ...bullets(rest > 0 ? [...shown, `and ${rest} more`] : shown),
  ];
}

function bullets(entries: readonly string[]): Markup[] {
  return entries.length === 0
    ? []
    : [
        element(
          'ul',
          entries.map((entry) => element('li', [entry])),
        ),
      ];
}

export function notChecked(lines: readonly NotCheckedLine[]): Markup[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ file, reason }) => [element('code', [file]), reason]);
  return [section('not-checked', 'Not checked', [table([{ head: 'File' }, { head: 'Why' }], rows)])];
}
