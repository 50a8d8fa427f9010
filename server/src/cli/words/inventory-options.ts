import { fileOption, list, oneOf, outputOf, parsed, text, UsageError } from './values';

export interface InventoryOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  /** A file of requests, `-` for standard input; null for none. */
  readonly traffic: string | null;
  readonly format: 'text' | 'json' | 'csv';
  readonly output: string | null;
}

export function inventoryOptions(words: readonly string[]): InventoryOptions {
  const { values, positionals } = parsed(words, {
    traffic: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    model: { type: 'string', multiple: true },
  });
  if (positionals.includes('-'))
    throw new UsageError('inventory takes no description from standard input; --traffic - does.');
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    models: list(values.model),
    traffic: fileOption('--traffic', values.traffic),
    format: oneOf('--format', text(values.format) ?? 'text', ['text', 'json', 'csv']),
    output: outputOf(values.output),
  };
}
