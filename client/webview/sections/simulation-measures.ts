import { type Markup, markup } from '../../../server/src/pictures';
import type { WireFirstMeasure, WireMeasure, WireSimulation } from '../../../server/src/protocol';
import { counted, figure } from '../words';
import { bar, cells, leading, nothing, table } from './parts';

/** As many measures are shown at once; those that buy less are behind a click. */
const MOST = 8;
const SOURCES = { planned: 'planned', missing: 'called missing by the model', possible: 'possible' } as const;

/** The measures to take first, each given those before it, and what they leave. */
export function firstTable({ first, measures, loss }: WireSimulation): Markup {
  if (first.length === 0) return nothing('Nothing that could be done would change what is lost.');
  const rows = first.map((one, index) => firstRow(one, index, measures, loss));
  return table('The measures to take first', ['Rank', 'Measure', 'Buys', 'Loss left', 'Share'], rows, 'first-table');
}

function firstRow(one: WireFirstMeasure, index: number, measures: readonly WireMeasure[], loss: number): Markup {
  const measure = measures.find(({ id }) => id === one.id);
  return markup('tr', {}, [
    markup('td', { class: 'rank' }, [String(index + 1)]),
    markup('th', { scope: 'row' }, [measureName(one, measure, 'first')]),
    ...cells('td', [figure(one.buys)], { class: 'figure' }),
    ...cells('td', [figure(one.left)], { class: 'figure' }),
    ...cells('td', [bar(loss === 0 ? 0 : one.left / loss, 'residual')], { class: 'bar-cell' }),
  ]);
}

function measureName(
  { id, title, source }: WireFirstMeasure | WireMeasure,
  measure: WireMeasure | undefined,
  group: string,
): Markup {
  const scope = measure === undefined ? [] : [reachOf(measure)];
  return leading(title, [SOURCES[source], ...scope].join(' · '), `${group}-${id}`, measure?.location ?? null);
}

const reachOf = ({ findings, operations, certainty }: WireMeasure) =>
  `${counted(findings, 'threat')} on ${counted(operations, 'operation')}${certainty === 'silent' ? ', only not ruled out' : ''}`;

/** All measures by what each buys by itself. */
export function measureTables({ measures }: WireSimulation): Markup {
  if (measures.length === 0) return nothing('There is no measure to weigh.');
  const rest = measures.slice(MOST);
  const most = Math.max(...measures.map(({ buys }) => buys), Number.MIN_VALUE);
  const shown = measureTable('Measures by what each buys by itself', measures.slice(0, MOST), most);
  const more = markup('details', { class: 'legend' }, [
    markup('summary', {}, [`${counted(rest.length, 'measure')} that buy less`]),
    measureTable('Measures that buy less', rest, most),
  ]);
  return markup('div', {}, rest.length === 0 ? [shown] : [shown, more]);
}

function measureTable(caption: string, measures: readonly WireMeasure[], most: number): Markup {
  const rows = measures.map((measure) =>
    markup('tr', {}, [
      markup('th', { scope: 'row' }, [measureName(measure, measure, 'measure')]),
      markup('td', { class: 'figure' }, [
        measure.buys.toFixed(2),
        markup('small', {}, [` ± ${measure.error.toFixed(2)}`]),
      ]),
      ...cells('td', [bar(measure.buys / most, 'buys')], { class: 'bar-cell' }),
    ]),
  );
  return table(caption, ['Measure', 'Buys', 'Share'], rows, 'measure-table');
}
