import { processesOf, processTree, progressOf } from '../../core/index';
import type { StatusOptions } from '../arguments';
import { write } from '../output';
import { toldStatus } from '../report/told-status';
import { painterTo } from '../terminal';

const NONE = 'No threat model was found: `stridewise init` writes a first one.';

/** Says how far each model is in the seven stages of PASTA, and what is missing. Throws a UsageError. */
export async function pasta(options: StatusOptions): Promise<number> {
  const told = await toldStatus(options);
  const { format, output } = options;
  if (format === 'json') {
    write((await import('../formats/process-json')).processJson(told), output);
    return 0;
  }
  const { statusText } = await import('../formats/status-text');
  const processes = processesOf(told.analysis);
  const end = processes.length === 1 ? processes.map((one) => `${progressOf(one)} stages are complete.`).join('') : '';
  const words = { none: NONE, plain: 'one of those that the line above counts', end };
  write(statusText(told, processTree(told.analysis), words, painterTo(output)), output);
  return 0;
}
