import type { Operation } from '../../openapi/types';
import { type Input, inputsOf } from './inputs';
import { factsOf } from './operation-facts';
import { wordSet } from './words';

const SIZES = wordSet(
  'limit size top first take perpage pagesize pagelimit maxresults maxitems count rows numberof resultsperpage itemsperpage',
);
const CURSORS = wordSet(
  'page offset cursor after before skip start since marker token startingafter pagetoken nexttoken',
);

function isSize({ words: list, type }: Input): boolean {
  return (type === 'integer' || type === 'number' || type === '') && SIZES.has(list.join(''));
}

const REPETITIONS = wordSet('repeat repeats repetition repetitions retries iterations times copies loops');

function isRepetition({ words: list, type, depth }: Input): boolean {
  return type === 'integer' && depth === 1 && REPETITIONS.has(list.at(-1) ?? '');
}

/** The parameter by which the caller chooses how much a list returns, without an upper bound. */
export function unboundedSize(operation: Operation): Input | null {
  const found = pageSizeOf(operation);
  return found !== null && found.bounds.maximum === undefined && !found.bounds.hasEnum ? found : null;
}

/** The parameter by which the caller chooses how much a list returns. */
export function pageSizeOf(operation: Operation): Input | null {
  if (operation.kind !== 'operation') return null;
  const found = inputsOf(operation).find((one) => (asks(operation, one) && isSize(one)) || isRepetition(one));
  return found ?? null;
}

/** A list that comes whole: no size, page or cursor to ask for, and no `maxItems`. */
export function isWholeList(operation: Operation): boolean {
  if (operation.kind !== 'operation' || !LISTING.has(operation.method)) return false;
  // What one object leads to is bounded by it.
  if (factsOf(operation).segments.at(-1)?.includes('{')) return false;
  if (!factsOf(operation).results.some((one) => one.isList && !one.listBounded)) return false;
  return !inputsOf(operation).some(
    (one) => asks(operation, one) && (SIZES.has(one.words.join('')) || one.words.some((word) => CURSORS.has(word))),
  );
}

/** Why an operation returns no list that comes whole, as a sentence. */
export function listBecause(operation: Operation): string {
  const { results, segments } = factsOf(operation);
  const lists = results.filter((one) => one.isList);
  if (lists.length === 0 || !LISTING.has(operation.method)) return 'It returns no list.';
  if (lists.every((one) => one.listBounded)) return '`maxItems` bounds the list that it returns.';
  return segments.at(-1)?.includes('{') === true
    ? 'The list that it returns belongs to one object.'
    : 'The list that it returns comes in pages, or its size can be asked for.';
}

const LISTING: ReadonlySet<string> = new Set(['GET', 'QUERY']);

/** A value of the question: in the query, or in the body that QUERY has for it. */
function asks({ method }: Operation, one: Input): boolean {
  return one.in === 'query' || (method === 'QUERY' && one.in === 'body');
}
