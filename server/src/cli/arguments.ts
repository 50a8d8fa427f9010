import { type AnswerOptions, answerOptions } from './words/answer-options';
import { type CheckOptions, checkOptions } from './words/check-options';
import { type DriftOptions, driftOptions } from './words/drift-options';
import { type ExplainOptions, explainOptions } from './words/explain-options';
import { type InitOptions, initOptions } from './words/init-options';
import { type InventoryOptions, inventoryOptions } from './words/inventory-options';
import { type LogOptions, logOptions } from './words/log-options';
import { type ReportOptions, reportOptions } from './words/report-options';
import { type SimulateOptions, simulateOptions } from './words/simulate-options';
import { type StatusOptions, statusOptions } from './words/status-options';
import { outputOf, parsed, UsageError } from './words/values';

export type { AnswerOptions } from './words/answer-options';
export type { Bar, CheckOptions, Format } from './words/check-options';
export type { DriftOptions } from './words/drift-options';
export type { ExplainOptions } from './words/explain-options';
export type { InitOptions } from './words/init-options';
export type { InventoryOptions } from './words/inventory-options';
export type { LogOptions } from './words/log-options';
export type { ReportOptions } from './words/report-options';
export type { SimulateOptions } from './words/simulate-options';
export type { StatusOptions } from './words/status-options';
export { UsageError } from './words/values';

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
