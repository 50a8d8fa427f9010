import { parsed, text, UsageError } from './values';

export interface InitOptions {
  readonly paths: readonly string[];
  /** The one file to write, `-` for standard output; null: beside the descriptions. */
  readonly output: string | null;
}

export function initOptions(words: readonly string[]): InitOptions {
  const { values, positionals } = parsed(words, { output: { type: 'string', short: 'o' } });
  if (positionals.includes('-')) {
    throw new UsageError('init takes no standard input: a model names the files of its descriptions.');
  }
  if (values.output === '') throw new UsageError('--output takes a file.');
  return { paths: positionals.length > 0 ? positionals : ['.'], output: text(values.output) };
}
