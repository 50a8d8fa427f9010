import { type InventoryRow, reviewedAgo } from '../../core/index';
import type { ToldInventory, ToldTraffic } from '../report/inventoried';
import { pathFrom, pathOf } from '../report/paths';
import { type Painter, printable } from '../terminal';

/** Rows of a kind that are told before the rest is counted. */
const SHOWN = 20;

/** Every API in a line, what should be looked at below it, then what traffic shows. */
export function inventoryText(told: ToldInventory, paint: Painter): string {
  const { rows, traffic, notChecked } = told;
  const lines = [
    ...rows.flatMap((row) => [...rowLines(row, told, paint), '']),
    ...(traffic === null ? [] : [...trafficLines(traffic, paint), '']),
    ...notChecked.map(({ path, reason }) => paint('dim', `not checked: ${printable(path)} ${printable(reason)}`)),
    totals(rows),
  ];
  return `${lines.join('\n')}\n`;
}

function rowLines(row: InventoryRow, { workingDirectory }: ToldInventory, paint: Painter): string[] {
  const file = pathFrom(workingDirectory, pathOf(row.uri));
  const facts = [
    row.version === '' ? '' : `version ${row.version}`,
    row.lifecycle,
    row.exposure,
    row.owner === '' ? '' : `owner ${row.owner}`,
    row.description === null ? '' : count(row.operations, 'operation'),
    row.data.join(', '),
    row.age === null ? '' : reviewedAgo(row.age),
    row.urgent === 0 ? '' : `${row.urgent} high or critical open`,
  ];
  return [
    `${paint('bold', printable(row.id))}  ${printable(row.title)}  ${paint('dim', printable(file))}`,
    `  ${facts
      .filter((fact) => fact !== '')
      .map(printable)
      .join(' · ')}`,
    ...row.notes.map(({ text }) => `  ${paint('yellow', '!')} ${printable(text)}`),
  ];
}

function trafficLines(traffic: ToldTraffic, paint: Painter): string[] {
  const { requests, known, shadows, zombies, unused, notFound, notAllowed, broken, more, file } = traffic;
  const share = requests === 0 ? 0 : (known / requests) * 100;
  return [
    paint('bold', `Traffic of ${printable(file)}`),
    `  ${number(requests)} requests, ${share.toFixed(1)} % of them for operations that are described`,
    `  ${number(notFound)} answered with 404, ${number(notAllowed)} with 405, ${count(broken, 'line')} that could not be read`,
    ...part(
      'Answered, and in no description',
      shadows.map(({ method, host, template, calls }) => calledLine(calls, `${method} ${host}${template}`)),
    ),
    ...(more === 0 ? [] : [`  and ${number(more)} requests for yet other paths`]),
    ...part(
      'Deprecated, and still called',
      zombies.map(({ api, name, calls }) => calledLine(calls, `${api} ${name}`)),
    ),
    ...part(
      'Described, and not called',
      unused.map(({ api, name }) => `  ${printable(`${api} ${name}`)}`),
    ),
  ];
}

function calledLine(calls: number, name: string): string {
  return `${number(calls).padStart(9)}  ${printable(name)}`;
}

function part(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > SHOWN ? [`    and ${lines.length - SHOWN} more`] : [];
  return [`  ${title} (${lines.length})`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...rest];
}

function totals(rows: readonly InventoryRow[]): string {
  const noted = rows.filter(({ notes }) => notes.length > 0).length;
  const operations = rows.reduce((sum, row) => sum + row.operations, 0);
  return `${count(rows.length, 'API')}, ${count(operations, 'operation')}; ${noted === 0 ? 'nothing' : count(noted, 'API')} to look at.`;
}

function count(amount: number, word: string): string {
  return `${number(amount)} ${word}${amount === 1 ? '' : 's'}`;
}

function number(amount: number): string {
  return amount.toLocaleString('en');
}
