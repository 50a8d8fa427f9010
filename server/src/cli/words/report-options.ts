import { withRuns } from './simulate-options';
import { oneOf, text, UsageError } from './values';

export interface ReportOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly runs: number;
  readonly seed: number;
  /** The day that the report names and judges by, `YYYY-MM-DD`; null: it names none and judges by today. */
  readonly date: string | null;
  readonly format: 'html' | 'markdown';
  readonly output: string | null;
}

export function reportOptions(words: readonly string[]): ReportOptions {
  const { values, ...options } = withRuns(words, { date: { type: 'string' } });
  const date = text(values.date);
  return {
    ...options,
    date: date === null ? null : day(date),
    format: oneOf('--format', text(values.format) ?? 'html', ['html', 'markdown']),
  };
}

function day(value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  // The 31st of a shorter month would be a day of the next.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  if (!isDay) throw new UsageError(`--date takes a day as YYYY-MM-DD; not "${value}".`);
  return value;
}
