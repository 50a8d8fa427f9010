import { type Markup, markup } from '../../../server/src/pictures';
import type { OverviewStages, OverviewSummary } from '../../../server/src/protocol';
import { counted, figure, percent } from '../words';
import { bar, cells, levelChip, section, table } from './parts';

/** How many threats each level has, and how much risk there is: before any answer, now, and once the plans are done. */
export function summarySection(summary: OverviewSummary): Markup {
  return section(
    'summary',
    'Summary',
    [],
    [
      markup('div', { class: 'tiles' }, [
        tile(summary.open, summary.open === 1 ? 'open threat' : 'open threats', `of ${summary.threats}`),
        tile(urgentOf(summary), 'high or critical', 'by what is left'),
        tile(
          summary.unanswered,
          summary.unanswered === 1 ? 'open question' : 'open questions',
          'nobody has answered yet',
        ),
        tile(
          summary.operations,
          summary.operations === 1 ? 'operation' : 'operations',
          `in ${counted(summary.apis, 'API')}`,
        ),
      ]),
      markup('div', { class: 'summary-tables' }, [levelTable(summary), riskTable(summary.risk)]),
    ],
  );
}

function tile(count: number, what: string, more: string): Markup {
  return markup('div', { class: 'tile' }, [
    markup('span', { class: 'number' }, [count.toLocaleString('en-GB')]),
    markup('span', { class: 'what' }, [what]),
    markup('span', { class: 'more' }, [more]),
  ]);
}

function urgentOf({ levels }: OverviewSummary): number {
  const urgent = levels.filter(({ level }) => level === 'high' || level === 'critical');
  return urgent.reduce((sum, { residual }) => sum + residual, 0);
}

const STAGES: readonly (readonly [keyof OverviewStages, string])[] = [
  ['inherent', 'Before any answer'],
  ['residual', 'Now'],
  ['projected', 'Once the plans are done'],
];

function riskTable(risk: OverviewStages): Markup {
  const most = Math.max(...STAGES.map(([stage]) => risk[stage]), 1);
  const rows = STAGES.map(([stage, words]) =>
    markup('tr', {}, [
      markup('th', { scope: 'row' }, [words]),
      ...cells('td', [bar(risk[stage] / most, stage)], { class: 'bar-cell' }),
      ...cells('td', [figure(risk[stage]), less(risk, stage)], { class: 'figure' }),
    ]),
  );
  const caption = 'Risk of all threats: the sum of their figures, 0 to 10 each';
  return table(caption, ['Risk in all', 'Share', 'Sum', 'Less'], rows, 'risk-table');
}

/** How much of the risk before any answer is gone. */
function less(risk: OverviewStages, stage: keyof OverviewStages): string {
  return risk.inherent === 0 || stage === 'inherent' ? '' : `−${percent(1 - risk[stage] / risk.inherent)}`;
}

function levelTable({ levels }: OverviewSummary): Markup {
  const most = Math.max(...levels.flatMap((level) => STAGES.map(([stage]) => level[stage])), 1);
  const rows = levels.map((level) =>
    markup('tr', {}, [
      markup('th', { scope: 'row' }, [levelChip(level.level)]),
      ...STAGES.map(([stage]) =>
        markup('td', { class: 'count-cell' }, [
          markup('span', { class: 'number' }, [String(level[stage])]),
          bar(level[stage] / most, `level-${level.level}`),
        ]),
      ),
    ]),
  );
  return table('Threats by level', ['Level', ...STAGES.map(([, words]) => words)], rows, 'level-table');
}
