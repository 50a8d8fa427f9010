import { MOST_RUNS, RUNS, SEED } from '../../core/index';
import { list, type Options, oneOf, outputOf, parsed, text, wholeNumber } from './values';

export interface SimulateOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly runs: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

export function simulateOptions(words: readonly string[]): SimulateOptions {
  const { values, ...options } = withRuns(words);
  return { ...options, format: oneOf('--format', text(values.format) ?? 'text', ['text', 'json']) };
}

/** The words of a command that simulates, beside its format. */
export function withRuns(words: readonly string[], more: Options = {}) {
  const { values, positionals } = parsed(words, {
    runs: { type: 'string' },
    seed: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    model: { type: 'string', multiple: true },
    ...more,
  });
  return {
    values,
    paths: positionals.length > 0 ? positionals : ['.'],
    models: list(values.model),
    runs: wholeNumber('--runs', text(values.runs) ?? String(RUNS), 1, MOST_RUNS),
    seed: wholeNumber('--seed', text(values.seed) ?? String(SEED), 0, Number.MAX_SAFE_INTEGER),
    output: outputOf(values.output),
  };
}
