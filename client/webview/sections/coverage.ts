import { CATEGORIES, LEVEL_LETTERS, type Markup, markup, STATE_SIGNS } from '../../../server/src/pictures';
import type { CoverageRow, Overview, OverviewApi, WireLevel, WireState } from '../../../server/src/protocol';
import type { PageState } from '../page-state';
import { counted, EXPOSURE_WORDS, LEVEL_WORDS, STATE_WORDS } from '../words';
import { opens, saveButtons, section } from './parts';

/** Operations by the six categories: what became of each. */
export function coverageSection(overview: Overview, state: PageState): Markup {
  return section(
    'coverage',
    'Coverage',
    [saveButtons('coverage', 'the coverage')],
    [
      toolbar(overview, state),
      markup('div', { class: 'heat-frame' }, [
        markup(
          'div',
          {
            role: 'grid',
            class: 'heat',
            id: 'heat',
            'aria-label': 'Coverage: operations by STRIDE category',
            'aria-colcount': CATEGORIES.length + 1,
          },
          [head(), ...overview.apis.map((api, index) => apiRows(overview, api, index))],
        ),
      ]),
      legend(),
    ],
  );
}

function toolbar({ apis }: Overview, { filter, api, onlyOpen }: PageState): Markup {
  const names = [...new Set(apis.map(({ name }) => name))];
  const option = (value: string, words: string) =>
    markup('option', { value, selected: value === api ? '' : null }, [words]);
  const choose = markup('label', {}, [
    'API',
    markup('select', { id: 'heat-api', 'data-key': 'heat-api' }, [
      option('', 'all'),
      ...names.map((name) => option(name, name)),
    ]),
  ]);
  return markup('div', { class: 'toolbar', role: 'search', 'aria-label': 'Operations' }, [
    markup('label', {}, [
      'Filter',
      markup('input', {
        type: 'search',
        id: 'heat-filter',
        'data-key': 'heat-filter',
        value: filter,
        placeholder: 'path or method',
        autocomplete: 'off',
        spellcheck: 'false',
      }),
    ]),
    ...(names.length > 1 ? [choose] : []),
    markup('label', { class: 'check' }, [
      markup('input', { type: 'checkbox', id: 'heat-open', 'data-key': 'heat-open', checked: onlyOpen ? '' : null }),
      'only with open threats or questions',
    ]),
    markup('span', { class: 'count', id: 'heat-count', role: 'status' }),
  ]);
}

function head(): Markup {
  return markup('div', { role: 'rowgroup', class: 'heat-head' }, [
    markup('div', { role: 'row', class: 'heat-row' }, [
      markup('div', { role: 'columnheader', class: 'heat-name' }, ['Operation']),
      ...CATEGORIES.map(([category, words], index) =>
        markup('div', { role: 'columnheader', title: category, 'data-sign': 'STRIDE'.charAt(index) }, [words]),
      ),
    ]),
  ]);
}

/** Rows that are laid out together once they come into view. */
const CHUNK = 20;

function apiRows(overview: Overview, api: OverviewApi, index: number): Markup {
  const name = markup('div', { role: 'row', class: 'heat-api-row', 'data-api': index }, [
    markup(
      'div',
      {
        role: 'rowheader',
        class: 'heat-api-name',
        'aria-colspan': CATEGORIES.length + 1,
        tabindex: -1,
        'data-cell': '',
        'data-key': `api-${index}`,
        ...opens(overview, api.at),
      },
      [`${api.name} · ${EXPOSURE_WORDS[api.exposure]} · ${counted(api.rows.length, 'operation')}`],
    ),
  ]);
  const rows = api.rows.map((row, at) => operationRow(overview, row, `${index}-${at}`));
  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) =>
    markup('div', { role: 'presentation', class: 'heat-chunk' }, rows.slice(at * CHUNK, at * CHUNK + CHUNK)),
  );
  return markup('div', { role: 'rowgroup', class: 'heat-api', 'aria-label': api.name }, [name, ...chunks]);
}

function operationRow(overview: Overview, row: CoverageRow, key: string): Markup {
  return markup('div', { role: 'row', class: 'heat-row', 'data-row': key }, [
    markup(
      'div',
      {
        role: 'rowheader',
        class: 'heat-name',
        tabindex: -1,
        'data-cell': '',
        'data-key': `row-${key}`,
        title: row.name,
        ...opens(overview, row.at),
      },
      [row.name],
    ),
    ...CATEGORIES.map((_, column) => categoryCell(overview, row, column, key)),
  ]);
}

function categoryCell(overview: Overview, row: CoverageRow, column: number, key: string): Markup {
  const state = row.states[column] ?? 'unanswered';
  const level = row.levels[column] ?? null;
  const index = row.worst[column] ?? null;
  const worst = index === null ? undefined : overview.threats[index];
  const words = wordsOf(state, level);
  return markup(
    'div',
    {
      role: 'gridcell',
      class: classOf(state, level),
      tabindex: -1,
      'data-cell': '',
      'data-key': `cat-${key}-${column}`,
      'aria-label': level === null ? null : `${STATE_WORDS[state].short}, ${LEVEL_WORDS[level].toLowerCase()}`,
      // Where there is no room for words, the style sheet shows this.
      'data-sign': state === 'threatened' && level !== null ? LEVEL_LETTERS[level] : STATE_SIGNS[state],
      title: worst === undefined ? `${words}: ${STATE_WORDS[state].meaning}` : `${words}: ${worst.title}`,
      ...opens(overview, worst?.at ?? row.at),
    },
    [words],
  );
}

function wordsOf(state: WireState, level: WireLevel | null): string {
  return state === 'threatened' && level !== null ? LEVEL_WORDS[level] : STATE_WORDS[state].short;
}

/** What is planned and still open has the border of its level. */
function classOf(state: WireState, level: WireLevel | null): string {
  if (level === null) return `state-${state}`;
  return state === 'threatened' ? `open level-${level}` : `state-${state} still level-${level}`;
}

function legend(): Markup {
  const levels = Object.entries(LEVEL_WORDS).map(([level, words]) =>
    entry(`open level-${level}`, words, LEVEL_LETTERS[level as WireLevel], 'open threat'),
  );
  const states = Object.entries(STATE_WORDS).flatMap(([state, { short, meaning }]) =>
    state === 'threatened' ? [] : [entry(`state-${state}`, short, STATE_SIGNS[state as WireState], meaning)],
  );
  return markup('details', { class: 'legend' }, [
    markup('summary', {}, ['What the words mean']),
    markup('dl', {}, [...levels, ...states]),
  ]);
}

const entry = (kind: string, word: string, sign: string, meaning: string) =>
  markup('div', {}, [markup('dt', { class: kind, 'data-sign': sign }, [word]), markup('dd', {}, [meaning])]);
