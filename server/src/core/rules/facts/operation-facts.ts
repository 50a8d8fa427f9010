import type { ApiResponse, DataClass, Operation, Payload, Property, Shape } from '../../openapi/types';
import { memo } from '../../text/memo';
import { perShape } from './per-object';
import { anyOf, singular, wordSet, words } from './words';

/** What several rules ask of one operation, derived once. */
export interface OperationFacts {
  /** `GET /orders/{id}`, `webhook orderPaid`. */
  readonly label: string;
  /** The path's segments, without the empty ones. */
  readonly segments: readonly string[];
  /** Singular words of the segments that are no parameters. */
  readonly pathWords: readonly string[];
  /** Words of the last segment that is no parameter. */
  readonly lastWords: readonly string[];
  /** Words of the operationId after its last dot or slash. */
  readonly idWords: readonly string[];
  /** It changes something, by its method or (GET) by its name. */
  readonly writes: boolean;
  /** A GET or HEAD whose name says that it changes something. */
  readonly writesBySafeMethod: boolean;
  /** It speaks of the caller alone: `/me`, `/users/self`. */
  readonly own: boolean;
  /** Payloads of the 2xx responses. */
  readonly results: readonly Payload[];
  /** Data classes of what it returns and takes. */
  readonly returns: ReadonlySet<DataClass>;
  readonly takes: ReadonlySet<DataClass>;
  /** A 429, a header that tells the rest of a quota or a gateway’s limit on it is declared. */
  readonly limited: boolean;
}

const SAFE = wordSet('GET HEAD OPTIONS TRACE QUERY SEARCH PROPFIND REPORT');
const ASKING = wordSet('search query filter find lookup list count preview validate check calculate estimate');
const OWN = wordSet('me self myself my ~ whoami current currentuser');
const READING = wordSet('get list read fetch find search show retrieve check query describe download view');
/** `reset-info`, `update_status`: what is told about a change. */
const TELLING = wordSet(
  'info status history date time at policy count log logs report result results options help form',
);
const CHANGING = wordSet(
  'create delete remove destroy update reset purge wipe truncate populate approve cancel revoke deactivate',
);

export const factsOf: (operation: Shape) => OperationFacts = perShape(derive);

/** Nobody need log in: no requirement, or an empty alternative. */
export function isOpen({ security }: Operation): boolean {
  return security.anonymous || security.optional;
}

/** The path's segments after `api` and a version. */
export function rootSegments(operation: Shape): readonly string[] {
  const { segments } = factsOf(operation);
  const at = segments.findIndex((one) => one.toLowerCase() !== 'api' && !/^v?\d/i.test(one));
  return at <= 0 ? segments : segments.slice(at);
}

function derive(operation: Shape): OperationFacts {
  const { method } = operation;
  const segments = operation.path.split('/').filter((segment) => segment !== '');
  const literals = segments.filter((segment) => !segment.includes('{'));
  const lastWords = words(literals.at(-1) ?? '');
  const idWords = words(operation.operationId.slice(afterLastMark(operation.operationId)));
  const writesBySafeMethod = (method === 'GET' || method === 'HEAD') && namesChange(lastWords, idWords);
  const asks = method === 'POST' && asksOnly(lastWords, idWords);
  const results = operation.responses.flatMap((one) =>
    one.status.startsWith('2') && one.payload ? [one.payload] : [],
  );
  return {
    label: operation.kind === 'operation' ? `${method} ${operation.path}` : `${operation.kind} ${operation.name}`,
    segments,
    pathWords: literals.flatMap((segment) => words(segment).map(singular)),
    lastWords,
    idWords,
    writes: writesBySafeMethod || !(SAFE.has(method) || asks),
    writesBySafeMethod,
    own: segments.some((segment) => OWN.has(segment.toLowerCase())),
    results,
    returns: classesOf(results),
    takes: classesTaken(operation),
    limited: operation.gateway?.limit !== undefined || operation.responses.some(tellsLimit),
  };
}

/** A POST that only carries a question: `/orders/search`, `getQuote`; not `createWithList`. */
function asksOnly(lastWords: readonly string[], idWords: readonly string[]): boolean {
  if (CHANGING.has(lastWords[0] ?? '') || CHANGING.has(idWords[0] ?? '')) return false;
  return ASKING.has(lastWords.at(-1) ?? '') || READING.has(idWords[0] ?? '');
}

function afterLastMark(operationId: string): number {
  return Math.max(operationId.lastIndexOf('.'), operationId.lastIndexOf('/')) + 1;
}

function classesTaken({ request, parameters }: Shape): Set<DataClass> {
  const found = classesOf(request ? [request] : []);
  for (const parameter of parameters) if (parameter.dataClass) found.add(parameter.dataClass);
  return found;
}

function classesOf(payloads: readonly Payload[]): Set<DataClass> {
  const found = new Set<DataClass>();
  for (const payload of payloads) for (const one of classesIn(payload.properties)) found.add(one);
  return found;
}

const classesIn: (properties: readonly Property[]) => ReadonlySet<DataClass> = memo((properties) => {
  const found = new Set<DataClass>();
  for (const { dataClass } of properties) if (dataClass !== null) found.add(dataClass);
  return found;
});

function tellsLimit({ status, headers }: ApiResponse): boolean {
  return status === '429' || headers.some(tellsQuota);
}

function tellsQuota(header: string): boolean {
  const list = words(header);
  return list.includes('ratelimit') || (list.includes('rate') && list.includes('limit')) || header === 'Retry-After';
}

/** The last segment starts with a verb that changes, also written together (`deleteall`), or the operationId does. */
function namesChange(lastWords: readonly string[], idWords: readonly string[]): boolean {
  if (anyOf(idWords.slice(0, 2), READING) || TELLING.has(lastWords.at(-1) ?? '')) return false;
  // `destroy_with_associated_resources` is a name, no command.
  return (lastWords.length <= 2 && startsWithChange(lastWords[0] ?? '')) || CHANGING.has(idWords[0] ?? '');
}

function startsWithChange(word: string): boolean {
  if (CHANGING.has(word)) return true;
  for (const verb of ['create', 'delete', 'remove', 'update', 'reset']) {
    // Two more letters: `created`, `updates` and `resets` are no commands.
    if (word.startsWith(verb) && word.length >= verb.length + 2) return true;
  }
  return false;
}
