import type { Operation } from '../../openapi/types';
import { type Input, inputsOf, isFree } from './inputs';
import { wordSet } from './words';

/** What a free string would be read by. */
export type Interpreter = 'database' | 'shell' | 'code' | 'files' | 'browser';

export interface FreeForm {
  readonly input: Input;
  readonly interpreter: Interpreter;
  /** The name leaves no doubt that something interprets it. */
  readonly certain: boolean;
}

const INTERPRETERS: readonly (readonly [Interpreter, ReadonlySet<string>])[] = [
  ['shell', wordSet('command cmd exec shell')],
  ['code', wordSet('expression expr eval xpath ldap formula')],
  ['database', wordSet('sql where')],
  ['files', wordSet('filename filepath pathname directory folder')],
];

/** Where the name stands (empty: anywhere), and the whole name. */
const HINTS: readonly (readonly [Interpreter, string, ReadonlySet<string>])[] = [
  ['database', 'query', wordSet('orderby filter sort sortby q search query keyword term')],
  ['shell', 'query', wordSet('args arguments params parameters flags')],
  ['code', 'body', wordSet('template')],
  ['files', '', wordSet('file path dir')],
  ['browser', '', wordSet('html')],
];

/** The first free string whose name says that it is handed to an interpreter. */
export function freeFormOf(operation: Operation): FreeForm | null {
  if (operation.kind !== 'operation') return null;
  let doubtful: FreeForm | null = null;
  for (const input of inputsOf(operation)) {
    if (!isFree(input) || input.depth > 2 || input.in === 'header' || input.in === 'cookie') continue;
    const found = read(input);
    if (found?.certain) return found;
    doubtful ??= found;
  }
  return doubtful;
}

function read(input: Input): FreeForm | null {
  const last = input.words.at(-1) ?? '';
  const joined = input.words.join('');
  const certain = INTERPRETERS.find(([, set]) => set.has(last) || set.has(joined));
  if (certain !== undefined) return { input, interpreter: certain[0], certain: true };
  const hinted = HINTS.find(([, where, set]) => (where === input.in || where === '') && set.has(joined));
  if (hinted !== undefined) return { input, interpreter: hinted[0], certain: false };
  return namesFile(input.words) ? { input, interpreter: 'files', certain: true } : null;
}

/** `original_file_name`, also split into words. */
function namesFile(list: readonly string[]): boolean {
  return list.at(-1) === 'name' && list.at(-2) === 'file';
}
