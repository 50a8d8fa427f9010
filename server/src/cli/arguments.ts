import { parseArgs } from 'node:util';
import { LEVELS, type Level, type MitigationStub, MOST_RUNS, RUNS, SEED, STATUSES, type Strategy } from '../core/index';

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

export interface ExplainOptions {
  readonly rule: string;
  /** `GET /x`, `webhook x` or an operationId; null for all operations. */
  readonly operation: string | null;
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

export interface InitOptions {
  readonly paths: readonly string[];
  /** The one file to write, `-` for standard output; null: beside the descriptions. */
  readonly output: string | null;
}

export interface SimulateOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly runs: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

/** Of `goals` and `pasta`. */
export interface StatusOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

export interface DriftOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  /** A branch, tag or commit; null: the last review. */
  readonly since: string | null;
  readonly format: 'text' | 'markdown' | 'json';
  readonly output: string | null;
}

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

export interface AnswerOptions {
  readonly stub: MitigationStub;
  /** The model to write to; null: the one that takes the answer. */
  readonly model: string | null;
}

export interface InventoryOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  /** A file of requests, `-` for standard input; null for none. */
  readonly traffic: string | null;
  readonly format: 'text' | 'json' | 'csv';
  readonly output: string | null;
}

export interface LogOptions {
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

export type Command =
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'explain'; readonly options: ExplainOptions }
  | { readonly name: 'init'; readonly options: InitOptions }
  | { readonly name: 'simulate'; readonly options: SimulateOptions }
  | { readonly name: 'drift'; readonly options: DriftOptions }
  | { readonly name: 'goals' | 'pasta'; readonly options: StatusOptions }
  | { readonly name: 'report'; readonly options: ReportOptions }
  | { readonly name: 'answer'; readonly options: AnswerOptions }
  | { readonly name: 'inventory'; readonly options: InventoryOptions }
  | { readonly name: 'log'; readonly options: LogOptions }
  | { readonly name: 'schema'; readonly output: string | null }
  | { readonly name: 'lsp' }
  | { readonly name: 'help'; readonly asked: boolean }
  | { readonly name: 'version' };

/** What was typed cannot be carried out; the message says why. The process ends with 2. */
export class UsageError extends Error {}

/** Reads the words after `stridewise`. Throws a UsageError. */
export function parseArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined) return { name: 'help', asked: false };
  const options = words.slice(0, words.indexOf('--') + 1 || undefined);
  const asks = (...names: string[]) => names.some((name) => options.includes(name));
  if (first === 'help' || asks('--help', '-h')) return { name: 'help', asked: true };
  if (asks('--version', '-v')) return { name: 'version' };
  const command = COMMANDS.get(first);
  if (command !== undefined) return command(rest);
  if (first.startsWith('-') && first !== '-') throw new UsageError(`Unknown option ${first}.`);
  throw new UsageError(`Unknown command "${first}". Did you mean: stridewise check ${first}`);
}

const COMMANDS: ReadonlyMap<string, (words: readonly string[]) => Command> = new Map([
  ['check', (words) => ({ name: 'check', options: checkOptions(words) })],
  ['explain', (words) => ({ name: 'explain', options: explainOptions(words) })],
  ['simulate', (words) => ({ name: 'simulate', options: simulateOptions(words) })],
  ['init', (words) => ({ name: 'init', options: initOptions(words) })],
  ['drift', (words) => ({ name: 'drift', options: driftOptions(words) })],
  ['report', (words) => ({ name: 'report', options: reportOptions(words) })],
  ['accept', (words) => ({ name: 'answer', options: answerOptions('accept', words) })],
  ['mitigate', (words) => ({ name: 'answer', options: answerOptions('reduce', words) })],
  ['transfer', (words) => ({ name: 'answer', options: answerOptions('transfer', words) })],
  ['avoid', (words) => ({ name: 'answer', options: answerOptions('avoid', words) })],
  ['inventory', (words) => ({ name: 'inventory', options: inventoryOptions(words) })],
  ['log', (words) => ({ name: 'log', options: logOptions(words) })],
  ['goals', (words) => ({ name: 'goals', options: statusOptions(words) })],
  ['pasta', (words) => ({ name: 'pasta', options: statusOptions(words) })],
  ['schema', schemaOf],
  ['lsp', lsp],
]);

function checkOptions(words: readonly string[]): CheckOptions {
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

/** The second word is an operation where it looks like one: `GET /x`. An operationId is told from a path by `operation`. */
const OPERATION = /^(?:operation|webhook|callback|[a-z]+(?=\s+\/))\s+\S/i;

function explainOptions(words: readonly string[]): ExplainOptions {
  const { values, positionals } = parsed(words, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    model: { type: 'string', multiple: true },
  });
  const [rule, second = '', ...rest] = positionals;
  if (rule === undefined) throw new UsageError('explain takes the id of a rule: stridewise explain missing-audit');
  const operation = OPERATION.test(second) ? second : null;
  const paths = operation === null ? positionals.slice(1) : rest;
  return {
    rule,
    operation,
    paths: paths.length > 0 ? paths : ['.'],
    models: list(values.model),
    format: oneOf('--format', text(values.format) ?? 'text', ['text', 'json']),
    output: outputOf(values.output),
  };
}

function initOptions(words: readonly string[]): InitOptions {
  const { values, positionals } = parsed(words, { output: { type: 'string', short: 'o' } });
  if (positionals.includes('-')) {
    throw new UsageError('init takes no standard input: a model names the files of its descriptions.');
  }
  if (values.output === '') throw new UsageError('--output takes a file.');
  return { paths: positionals.length > 0 ? positionals : ['.'], output: text(values.output) };
}

function statusOptions(words: readonly string[]): StatusOptions {
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

function simulateOptions(words: readonly string[]): SimulateOptions {
  const { values, ...options } = withRuns(words);
  return { ...options, format: oneOf('--format', text(values.format) ?? 'text', ['text', 'json']) };
}

function reportOptions(words: readonly string[]): ReportOptions {
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

/** The words of a command that simulates, beside its format. */
function withRuns(words: readonly string[], more: Options = {}) {
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

function driftOptions(words: readonly string[]): DriftOptions {
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

/** What each strategy cannot do without; a status is planned where none is given. */
const NEEDED: Readonly<Record<Strategy, readonly string[]>> = {
  accept: ['reason', 'owner', 'until'],
  reduce: [],
  transfer: ['to'],
  avoid: [],
};

function answerOptions(strategy: Strategy, words: readonly string[]): AnswerOptions {
  const names = ['id', 'title', 'model', 'reason', 'owner', 'until', 'to', 'control', 'status'] as const;
  const { values, positionals } = parsed(words, Object.fromEntries(names.map((name) => [name, { type: 'string' }])));
  const given = Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined ? [] : [[name, String(values[name])]])),
  );
  const lacking = NEEDED[strategy].filter((name) => (given[name] ?? '') === '');
  if (positionals.length === 0)
    throw new UsageError('It takes what is answered: stridewise accept "disclosure on GET /pets"');
  if (lacking.length > 0) throw new UsageError(`It takes ${lacking.map((name) => `--${name}`).join(', ')}.`);
  const { model = null, id = idOf(positionals[0] ?? ''), title = '', status = 'planned', ...rest } = given;
  return {
    model,
    stub: { ...rest, id, title, strategy, covers: positionals, status: oneOf('--status', status, STATUSES) },
  };
}

/** `disclosure-on-get-pets`: an id that the language takes. */
function idOf(statement: string): string {
  const id = statement
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id : `answer-${id}`.replace(/-$/, '');
}

function inventoryOptions(words: readonly string[]): InventoryOptions {
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

function logOptions(words: readonly string[]): LogOptions {
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

function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}; not "${value}".`);
}

function schemaOf(words: readonly string[]): Command {
  const { values, positionals } = parsed(words, { output: { type: 'string', short: 'o' } });
  const [stray] = positionals;
  if (stray !== undefined) throw new UsageError(`schema takes no path, but got "${stray}".`);
  return { name: 'schema', output: outputOf(values.output) };
}

function lsp(words: readonly string[]): Command {
  const { values, positionals } = parsed(words, {
    stdio: { type: 'boolean' },
    clientProcessId: { type: 'string' },
  });
  const [stray] = positionals;
  if (stray !== undefined) throw new UsageError(`lsp takes no path, but got "${stray}".`);
  if (values.stdio !== true) throw new UsageError('lsp speaks over standard input and output: stridewise lsp --stdio');
  return { name: 'lsp' };
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;
type Values = Readonly<Record<string, unknown>>;

function parsed(words: readonly string[], options: Options): { values: Values; positionals: string[] } {
  try {
    const result = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    return { values: result.values, positionals: result.positionals };
  } catch (error) {
    throw new UsageError(plain(error));
  }
}

/** Node's own messages advise on `--`; the first sentence says what is wrong. */
function plain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '([^']+)'/.exec(message);
  if (unknown) return `Unknown option ${unknown[1]}.`;
  const sentence = message.split('\n')[0] ?? message;
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** Null is standard output, which `-` means too. */
function outputOf(value: unknown): string | null {
  if (value === '') throw new UsageError('--output takes a file.');
  return value === '-' ? null : text(value);
}

function fileOption(option: string, value: unknown): string | null {
  if (value === '') throw new UsageError(`${option} takes a file.`);
  return text(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}; not "${value}".`);
  return found;
}
