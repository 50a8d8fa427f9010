import type { InventoryRow } from '../../core/index';
import type { ToldInventory } from '../report/inventoried';
import { pathFrom, pathOf } from '../report/paths';

type Column = readonly [name: string, value: (row: InventoryRow, told: ToldInventory) => string | number];

const COLUMNS: readonly Column[] = [
  ['api', ({ id }) => id],
  ['title', ({ title }) => title],
  ['version', ({ version }) => version],
  ['file', ({ uri }, { workingDirectory }) => pathFrom(workingDirectory, pathOf(uri))],
  ['lifecycle', ({ lifecycle }) => lifecycle],
  ['exposure', ({ exposure }) => exposure],
  ['owner', ({ owner }) => owner],
  ['servers', ({ servers }) => servers.join(' ')],
  ['data', ({ data }) => data.join(' ')],
  ['operations', ({ operations }) => operations],
  ['deprecated', ({ deprecated }) => deprecated],
  ['reviewed', ({ reviewed }) => reviewed],
  ['days since', ({ age }) => age ?? ''],
  ['high or critical', ({ urgent }) => urgent],
  ['to look at', ({ notes }) => notes.map(({ text }) => text).join('; ')],
];

/** One API a row, for a spreadsheet (RFC 4180). */
export function inventoryCsv(told: ToldInventory): string {
  const head = COLUMNS.map(([name]) => cell(name)).join(',');
  const rows = told.rows.map((row) => COLUMNS.map(([, value]) => cell(value(row, told))).join(','));
  return `${[head, ...rows].join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula stays text. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
