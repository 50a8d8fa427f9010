import type { Operation } from '../../openapi/types';
import { entryOf } from './access';
import { type Input, inputsOf, isFree } from './inputs';
import { factsOf } from './operation-facts';
import { perObject } from './per-object';
import { anyOf, wordSet } from './words';

/** What a free string would be read by. */
export type Interpreter = 'database' | 'shell' | 'code' | 'files' | 'browser';

export interface FreeForm {
  readonly input: Input;
  readonly interpreter: Interpreter;
  /** How much speaks for it: a name that leaves no doubt, a hint by name or shape, or a hint that most likely means no more. */
  readonly sign: 'clear' | 'hint' | 'faint';
}

const INTERPRETERS: readonly (readonly [Interpreter, ReadonlySet<string>])[] = [
  ['shell', wordSet('command cmd exec shell commandline cmdline shellcommand script')],
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
export const freeFormOf: (operation: Operation) => FreeForm | null = perObject((operation) => {
  if (operation.kind !== 'operation') return null;
  let doubtful: FreeForm | null = null;
  for (const input of inputsOf(operation)) {
    if (!isFree(input) || input.depth > 2 || input.in === 'header' || input.in === 'cookie') continue;
    const found = read(operation, input);
    if (found?.sign === 'clear') return found;
    doubtful ??= found;
  }
  return doubtful ?? lookedUp(operation);
});

const EVALUATES = wordSet('calc calculate calculator evaluate eval render template formula math');
const LOOKS = wordSet('search find lookup filter query');
/** What people call things, in contrast to keys that a program makes. */
const NATURAL = wordSet('name username title login user nickname subject keyword text author city address');
const KEYS = wordSet('id key no number code');

/** Free text of any length by which something is found, checked or worked out; doubtful, as the description shows no interpreter. */
function lookedUp(operation: Operation): FreeForm | null {
  const { lastWords } = factsOf(operation);
  const evaluates = operation.method === 'POST' && anyOf(lastWords, EVALUATES);
  for (const input of inputsOf(operation)) {
    if (!isUnbounded(input)) continue;
    const works = (evaluates && input.in === 'body') || isExpression(input);
    if (works) return { input, interpreter: 'code', sign: 'hint' };
    if (!finds(operation, input)) continue;
    return { input, interpreter: 'database', sign: isInside(operation, input) ? 'faint' : 'hint' };
  }
  return null;
}

function isUnbounded(input: Input): boolean {
  return isFree(input) && input.depth === 1 && input.bounds.maxLength === undefined;
}

/** `mathexp`, `sumexpr`: written together; `exp` alone is when something expires. */
function isExpression({ in: where, words: list }: Input): boolean {
  const last = list.at(-1) ?? '';
  return (
    where !== 'path' && last.length > 4 && (last.endsWith('exp') || last.endsWith('expr')) && !last.startsWith('card')
  );
}

/** A name in the path below another object: first of all it is looked up inside that one. */
function isInside(operation: Operation, { in: where, name }: Input): boolean {
  const { segments } = factsOf(operation);
  return where === 'path' && segments.findIndex((one) => one.includes('{')) < segments.indexOf(`{${name}}`);
}

function finds(operation: Operation, input: Input): boolean {
  const last = input.words.at(-1) ?? '';
  if (input.in === 'path') return NATURAL.has(last);
  if (input.in === 'body') return entryOf(operation) === 'login' && NATURAL.has(last);
  if (input.in !== 'query') return false;
  return (
    (anyOf(factsOf(operation).lastWords, LOOKS) || selectsByQuery(operation)) && (KEYS.has(last) || NATURAL.has(last))
  );
}

/** It works on one object that only the query names: `DELETE /products?id=`. */
function selectsByQuery({ method }: Operation): boolean {
  return method === 'DELETE' || method === 'PUT' || method === 'PATCH';
}

function read(operation: Operation, input: Input): FreeForm | null {
  const last = input.words.at(-1) ?? '';
  const joined = input.words.join('');
  const [interpreter] = INTERPRETERS.find(([, set]) => set.has(last) || set.has(joined)) ?? [];
  if (interpreter === 'files' || namesFile(input.words)) {
    const label = anyOf(input.words, WHERE_IT_RUNS) || isKept(operation, input);
    return { input, interpreter: 'files', sign: label ? 'faint' : 'clear' };
  }
  return interpreter === undefined ? hint(operation, input, joined) : { input, interpreter, sign: 'clear' };
}

function hint(operation: Operation, input: Input, joined: string): FreeForm | null {
  const hinted = HINTS.find(([, where, set]) => (where === input.in || where === '') && set.has(joined));
  if (hinted === undefined || isPointer(operation, input)) return null;
  const [meant] = hinted;
  const label = meant === 'files' && (input.depth > 1 || isKept(operation, input));
  return { input, interpreter: meant, sign: label ? 'faint' : 'hint' };
}

/** It is kept with an object and answered again, and no file comes with it: a label first of all. */
function isKept({ request, responses }: Operation, { in: where, part }: Input): boolean {
  if (where !== 'body' || request === null || !request.mediaTypes.every((one) => /json/i.test(one))) return false;
  const path = part.slice('body.'.length);
  return responses.some(
    ({ status, payload }) => status.startsWith('2') && payload?.properties.some((one) => one.path === path),
  );
}

/** The `path` of a JSON Patch (RFC 6902), beside what is to be done there: it leads through the body's own object. */
function isPointer({ request }: Operation, { in: where, part, words: list }: Input): boolean {
  if (where !== 'body' || list.join('') !== 'path') return false;
  const operation = `${part.slice('body.'.length, -'path'.length)}op`;
  return request?.properties.some(({ path }) => path === operation) === true;
}

/** `working_directory`: where something runs on a machine that the request sets up, and nothing that the server opens. */
const WHERE_IT_RUNS = wordSet('work working cwd mount');

/** `original_file_name`, also split into words. */
function namesFile(list: readonly string[]): boolean {
  return list.at(-1) === 'name' && list.at(-2) === 'file';
}
