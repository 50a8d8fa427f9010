import { list, oneOf, outputOf, parsed, text, UsageError } from './values';

export interface DriftOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  /** A branch, tag or commit; null: the last review. */
  readonly since: string | null;
  readonly format: 'text' | 'markdown' | 'json';
  readonly output: string | null;
}

export function driftOptions(words: readonly string[]): DriftOptions {
  const { values, positionals } = parsed(words, {
    since: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    model: { type: 'string', multiple: true },
  });
  if (positionals.includes('-')) throw new UsageError('drift takes no standard input: it compares files.');
  const since = text(values.since);
  if (since === '' || since?.startsWith('-')) {
    throw new UsageError(`--since takes a branch, tag or commit; not "${since}".`);
  }
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    models: list(values.model),
    since,
    format: oneOf('--format', text(values.format) ?? 'text', ['text', 'markdown', 'json']),
    output: outputOf(values.output),
  };
}
