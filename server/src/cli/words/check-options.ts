import { LEVELS, type Level } from '../../core/index';
import { fileOption, list, oneOf, outputOf, parsed, text, UsageError } from './values';

export const FORMATS = ['text', 'json', 'sarif', 'junit', 'gitlab'] as const;

export type Format = (typeof FORMATS)[number];

export type Bar = Exclude<Level, 'note'>;

const BARS = LEVELS.filter((level) => level !== 'note');

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly format: Format;
  /** A file to write to, or null for standard output. */
  readonly output: string | null;
  /** Null: what is above the model's `acceptable` line fails. */
  readonly failOn: Bar | null;
  /** A file of what was open before, which fails nothing; null for none. */
  readonly baseline: string | null;
  /** A baseline to write, null for none. */
  readonly writeBaseline: string | null;
  /** Whether anything that the baseline does not know fails, whatever its level. */
  readonly failOnNew: boolean;
}

export function checkOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parsed(words, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    'fail-on': { type: 'string' },
    baseline: { type: 'string' },
    'write-baseline': { type: 'string' },
    'fail-on-new': { type: 'boolean' },
    model: { type: 'string', multiple: true },
  });
  const failOnNew = values['fail-on-new'] === true;
  if (failOnNew && values.baseline === undefined)
    throw new UsageError('--fail-on-new takes a --baseline to hold findings against.');
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    models: list(values.model),
    baseline: fileOption('--baseline', values.baseline),
    writeBaseline: fileOption('--write-baseline', values['write-baseline']),
    failOnNew,
    format: oneOf('--format', text(values.format) ?? 'text', FORMATS),
    output: outputOf(values.output),
    failOn: values['fail-on'] === undefined ? null : oneOf('--fail-on', text(values['fail-on']) ?? '', BARS),
  };
}
