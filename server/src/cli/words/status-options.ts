import { list, oneOf, outputOf, parsed, text } from './values';

/** Of `goals` and `pasta`. */
export interface StatusOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

export function statusOptions(words: readonly string[]): StatusOptions {
  const { values, positionals } = parsed(words, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    model: { type: 'string', multiple: true },
  });
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    models: list(values.model),
    format: oneOf('--format', text(values.format) ?? 'text', ['text', 'json']),
    output: outputOf(values.output),
  };
}
