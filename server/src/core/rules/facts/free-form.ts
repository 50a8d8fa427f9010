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

const SHELL = wordSet('command cmd exec shell');
const CODE = wordSet('expression expr eval xpath ldap formula');
const SQL = wordSet('sql where orderby');
const ASKED = wordSet('filter sort sortby q search query keyword term');
const FILES = wordSet('filename filepath pathname path dir directory folder file');
const MARKUP = wordSet('html');

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
  const as = (interpreter: Interpreter, certain: boolean): FreeForm => ({ input, interpreter, certain });
  if (SHELL.has(last) || SHELL.has(joined)) return as('shell', true);
  if (CODE.has(last)) return as('code', true);
  if (last === 'template' && input.in === 'body') return as('code', false);
  if (SQL.has(last) || input.words.includes('sql')) return as('database', true);
  if (joined === 'orderby' || (input.in === 'query' && ASKED.has(joined))) return as('database', false);
  if (namesFile(input.words)) return as('files', input.in !== 'path');
  return MARKUP.has(last) ? as('browser', false) : null;
}

function namesFile(list: readonly string[]): boolean {
  const last = list.at(-1);
  return FILES.has(list.join('')) || last === 'filename' || (last === 'name' && list.includes('file'));
}
