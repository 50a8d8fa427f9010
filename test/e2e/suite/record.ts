import * as assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Taken } from './quick-fixes';

/** How often each word stands in a list. */
type Counts = Readonly<Record<string, number>>;

/** What quick fixes came to: findings of each rule before and after, and the fixes in the order in which they were taken. */
export interface Outcome {
  readonly before: Counts;
  readonly after: Counts;
  readonly taken: readonly Taken[];
}

type Texts = Readonly<Record<string, string>>;

/** The checkout: the suite is bundled into `out/e2e`. */
const ROOT = join(__dirname, '../..');

export function countsIn(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}

/** Leaves an outcome, and the texts that it began and ended with, in `out/to-none`. */
export function record(name: string, outcome: Outcome, before: Texts, after: Texts): void {
  const folder = join(ROOT, 'out/to-none', name);
  rmSync(folder, { recursive: true, force: true });
  write(join(folder, 'outcome.json'), `${JSON.stringify(outcome, null, 2)}\n`);
  for (const [file, text] of Object.entries(before)) write(join(folder, 'before', file), text);
  for (const [file, text] of Object.entries(after)) write(join(folder, 'after', file), text);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** An outcome as a row of the table in docs/evaluation.md, which has to be there. */
export function rowOf(words: string, { before, after, taken }: Outcome): string {
  const sum = (counts: Counts) => Object.values(counts).reduce((all, count) => all + count, 0);
  const kinds = countsIn(taken.map(({ kind }) => kind));
  const cells = [words, sum(before), sum(after), kinds.description ?? 0, kinds.answer ?? 0];
  const row = `| ${cells.join(' | ')} |`;
  assert.ok(
    readFileSync(join(ROOT, 'docs/evaluation.md'), 'utf8').includes(`${row}\n`),
    `docs/evaluation.md has ${row}`,
  );
  return row;
}
