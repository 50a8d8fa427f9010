import { type InventoryRow, inventoryOf, TrafficTally } from '../../core/index';
import { type InventoryOptions, UsageError } from '../arguments';
import { load } from '../files/load';
import { write } from '../output';
import { type Progress, progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import type { ToldInventory, ToldTraffic } from '../report/inventoried';
import { painterTo } from '../terminal';
import { readTraffic } from '../traffic/read-traffic';

/** Lists every API with what should be looked at, and holds traffic against them. Throws a UsageError. */
export async function inventory(options: InventoryOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const { workspace, notChecked, selected } = await load(options, workingDirectory, progress).finally(progress.done);
  const analysis = analysisOf(workspace);
  const apis = analysis.apis.filter(({ description }) => selected.has(description.uri));
  const rows = inventoryOf(analysis).filter((row) => isAsked(row, selected));
  const traffic = options.traffic === null ? null : await trafficIn(options.traffic, new TrafficTally(apis), progress);
  const told = { rows, traffic, workspace, workingDirectory, notChecked: [...notChecked] };
  write(await formatted(told, options), options.output);
  return 0;
}

/** What is gone is asked for with the model that names it. */
function isAsked({ description }: InventoryRow, selected: ReadonlySet<string>): boolean {
  return description === null || selected.has(description.uri);
}

const STEP = 10_000;

async function trafficIn(file: string, tally: TrafficTally, progress: Progress): Promise<ToldTraffic> {
  let count = 0;
  const read = await readTraffic(file, (request) => {
    tally.add(request);
    if (++count % STEP === 0) progress.tell(`${count.toLocaleString('en')} requests read`);
  }).finally(progress.done);
  if (count === 0) {
    throw new UsageError(
      `--traffic ${file}: no request in it. It takes HAR, the combined format of nginx and Apache, or JSON objects with method, url and status, one a line.`,
    );
  }
  return { file, ...read, ...tally.report() };
}

async function formatted(told: ToldInventory, { format, output }: InventoryOptions): Promise<string> {
  if (format === 'json') return (await import('../formats/inventory-json')).inventoryJson(told);
  if (format === 'csv') return (await import('../formats/inventory-csv')).inventoryCsv(told);
  return (await import('../formats/inventory-text')).inventoryText(told, painterTo(output));
}
