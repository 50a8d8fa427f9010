// The scorer of the known flaws, which comes with them: a Python program that prints figures.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../ending.mjs';
import { run } from '../run.mjs';
import { Missing } from '../say.mjs';

/** Runs DIR/score.py on the rows; `output` is what it printed. */
export async function scored(folder, rows, words) {
  const { folder: scratch } = scratchFolder('stridewise-score-');
  const written = join(scratch, 'rows.json');
  writeFileSync(written, JSON.stringify(rows, null, 1));
  const { code, output } = await run('python3', [join(folder, 'score.py'), written, ...words], { capture: true });
  if (code !== 0) throw new Missing(`score.py failed:\n${output}`);
  return output;
}

/** A table's row of a set: name, operations, findings, findings an operation, hits / flaws, precision, precision at k, safe. */
const SET = /^\S+ +\d+ +\d+ +[\d.]+ +\d+ *\/ *\d+ +[\d.]+ +([\d.]+) +\d+\/\d+$/gm;

/** The figures of the scorer's text; a Missing where one is not there. */
export function figuresOf(output) {
  const number = (pattern) => {
    const [, value] = output.match(pattern) ?? [];
    if (value === undefined) throw new Missing(`score.py printed nothing like ${pattern}:\n${output}`);
    return Number(value);
  };
  const precisions = [...output.matchAll(SET)].map(([, value]) => Number(value));
  if (precisions.length === 0) throw new Missing(`score.py printed no set:\n${output}`);
  return {
    visible: number(/^recall visible=True +: category \d+\/\d+ = ([\d.]+)/m),
    partly: number(/^recall visible=partly *: category \d+\/\d+ = ([\d.]+)/m),
    density: number(/^TOTAL findings\/op ([\d.]+)/m),
    precision: number(/precision lower bound ([\d.]+)/),
    safe: number(/knowable from the spec (\d+)\/\d+/),
    knowable: number(/knowable from the spec \d+\/(\d+)/),
    first: precisions.reduce((sum, value) => sum + value, 0) / precisions.length,
  };
}
