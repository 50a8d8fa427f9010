import { parseBeside, parseStatement } from '../grammar/statement';
import type { ProblemCode } from '../problem-codes';
import type { Mitigation, Model, ModelProblem, Repair, Statement } from '../types';

/** Whether a statement stands in the file of a model or in a description of its APIs, and in no file that it includes. */
export function isOwn({ at, site }: Statement, { uri }: Pick<Model, 'uri'>): boolean {
  return site !== undefined || at.uri === uri;
}

/** The same of an answer. */
export function isOwnAnswer({ at, covers, removes }: Mitigation, model: Pick<Model, 'uri'>): boolean {
  return at.uri === model.uri || [...covers, ...removes].some((statement) => isOwn(statement, model));
}

/** The span of a stretch of a statement's text and a way to rewrite it; the whole, and no repair, where it is not written as it reads. */
export function within(
  statement: Statement,
  start: number,
  end: number,
): { readonly at: Statement['at']; readonly isExact: boolean } {
  const { at, text } = statement;
  if (at.block.text.slice(at.start, at.end) !== text) return { at, isExact: false };
  return { at: { ...at, start: at.start + start, end: at.start + end }, isExact: true };
}

/** A problem at a word of a statement (its last occurrence), with what may stand there instead. */
export function problemAt(
  statement: Statement,
  word: string,
  problem: { readonly code: ProblemCode; readonly message: string },
  instead: readonly (string | undefined)[] = [],
): ModelProblem {
  const start = Math.max(whereStart(statement), statement.text.lastIndexOf(word));
  const { at, isExact } = within(statement, start, start + word.length);
  const base = { ...problem, severity: 'error', at } as const;
  const repairs: Repair[] = instead.flatMap((newText) =>
    newText === undefined || !isExact ? [] : [{ title: `Write \`${newText}\``, newText }],
  );
  const [fix] = repairs;
  if (fix === undefined) return base;
  return repairs.length === 1 ? { ...base, fix } : { ...base, fixes: repairs };
}

/** The place of *where* in a statement; the whole where it is not written as it reads. */
export function whereAt(statement: Statement): Statement['at'] {
  const { length } = statement.text;
  const start = whereStart(statement);
  return within(statement, start === length ? 0 : start, length).at;
}

/** Where *where* begins in a statement's text. */
export function whereStart(statement: Statement): number {
  const { what, text, site } = statement;
  if (what === null) return 0;
  const parsed = site === undefined ? parseStatement(text) : parseBeside(text);
  return 'value' in parsed ? parsed.value.whereStart : 0;
}
