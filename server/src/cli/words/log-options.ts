import { list, oneOf, outputOf, parsed, text, UsageError } from './values';

export interface LogOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

export function logOptions(words: readonly string[]): LogOptions {
  const { values, positionals } = parsed(words, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    model: { type: 'string', multiple: true },
  });
  if (positionals.includes('-')) throw new UsageError('log takes no standard input: it reads the history of files.');
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    models: list(values.model),
    format: oneOf('--format', text(values.format) ?? 'text', ['text', 'json']),
    output: outputOf(values.output),
  };
}
