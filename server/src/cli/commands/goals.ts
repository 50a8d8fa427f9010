import { goalsTree } from '../../core/index';
import type { StatusOptions } from '../arguments';
import { write } from '../output';
import { toldStatus } from '../report/told-status';
import { painterTo } from '../terminal';

const NONE = 'No goal is set: a threat model says under `goals` what must stay true.';
const READING =
  'A goal is met where nothing that we know of speaks against it. Our reading of articles and requirements: docs/goals.md says what it is and what it is not.';

/** Says how each goal of the models stands, with what speaks against it and what it asks. Throws a UsageError. */
export async function goals(options: StatusOptions): Promise<number> {
  const told = await toldStatus(options);
  const { format, output } = options;
  if (format === 'json') write((await import('../formats/goals-json')).goalsJson(told), output);
  else {
    const { statusText } = await import('../formats/status-text');
    const words = { none: NONE, plain: 'lies below the line: listed, and changes nothing', end: READING };
    write(statusText(told, goalsTree(told.analysis), words, painterTo(output)), output);
  }
  return 0;
}
