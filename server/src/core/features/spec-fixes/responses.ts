import type { Node } from '../../openapi/node';
import type { Operation } from '../../openapi/types';
import { words } from '../../rules/facts/words';
import type { Value } from '../../text/edit';
import { referenceFrom, sharedResponse } from './shared-responses';
import { type FileChange, reachInWords, type Site, type SpecFix, setAt } from './spec-fix';

/** A response that refuses, and the component that operations share. */
interface Refusal {
  readonly status: string;
  readonly component: string;
  /** Words that name such a component. */
  readonly words: readonly string[];
  readonly description: string;
  readonly retry: boolean;
}

const TOO_MANY: Refusal = {
  status: '429',
  component: 'TooManyRequests',
  words: [
    'toomanyrequests',
    'toomany',
    'ratelimit',
    'ratelimited',
    'ratelimitexceeded',
    'ratelimiterror',
    'throttled',
    '429',
  ],
  description: 'Too many requests',
  retry: true,
};

const TOO_LARGE: Refusal = {
  status: '413',
  component: 'ContentTooLarge',
  words: ['contenttoolarge', 'payloadtoolarge', 'requestentitytoolarge', 'toolarge', 'requesttoolarge', '413'],
  description: 'The content is too large',
  retry: false,
};

const declares = (refusal: Refusal, promise: string): SpecFix => ({
  writes: `It declares a ${refusal.status} response on each operation, by the component that others refer to for ${refusal.status} or that is named after it; else it makes the component \`${refusal.component}\`. ${promise}`,
  title: (site) => `Declare a ${refusal.status} response on ${reachInWords(site)}`,
  changes: (site) => declare(site, refusal),
});

/** A 429 response, by a component that operations share. */
export const declareLimit = declares(TOO_MANY, 'A description only tells of a limit: the server has to have it.');
/** A 413 response, likewise. */
export const declareSize = declares(TOO_LARGE, 'A description only tells of a limit: the server has to have it.');

function declare({ nodes, operation, api }: Site, refusal: Refusal): FileChange[] | null {
  const address = nodes.addressOfTarget(operation.at);
  const own = address === null ? null : nodes.nodeAt(address);
  if (address === null || own === null || own.get('responses')?.get('$ref') != null) return null;
  const behind = lowerStatus(own.get('responses'), refusal.status);
  const at = (value: Value) => setAt(address, ['responses', refusal.status], value, behind);
  const { version, uri } = api.description;
  const old = version === '2.0';
  const keys = old ? ['responses'] : ['components', 'responses'];
  const known = sharedResponse(nodes, api.description, refusal.status, address.uri);
  if (known !== null) return [at({ $ref: known })];
  // An operation in a file of its own has it there, where no other refers to one.
  if (address.uri !== uri) return [at(responseOf(refusal, old))];
  const alike = named(nodes.nodeAt({ uri, path: keys }), keys, refusal);
  if (alike !== null) return [at({ $ref: alike })];
  const component = setAt({ uri, path: [] }, [...keys, refusal.component], responseOf(refusal, old));
  return [component, at({ $ref: `#/${keys.join('/')}/${refusal.component}` })];
}

function responseOf({ description, retry }: Refusal, old: boolean): Value {
  const seconds = { type: 'integer' };
  const after = { description: 'Seconds to wait before the next call', ...(old ? seconds : { schema: seconds }) };
  return { description, ...(retry && { headers: { 'Retry-After': after } }) };
}

/** The last status that stands in order before another. */
function lowerStatus(responses: Node | null, status: string): string | undefined {
  const lower = (responses?.entries() ?? []).filter(([key]) => /^\d/.test(key) && key < status);
  return lower.at(-1)?.[0];
}

function named(components: Node | null, keys: readonly string[], refusal: Refusal): string | null {
  const found = (components?.entries() ?? []).find(([name]) => refusal.words.includes(words(name).join('')));
  return found === undefined ? null : `#/${keys.join('/')}/${found[0]}`;
}

/**
 * The refusal that operations like one declare by a component, where all of them do: who must log in may be told so (401), and
 * who must have a scope (403). Nothing where they do not agree, or the operation has it.
 */
export function refusalLike(
  { nodes, operation }: Site,
  status: '401' | '403',
  alike: readonly Operation[],
): FileChange[] {
  const address = nodes.addressOfTarget(operation.at);
  const responses = address === null ? null : (nodes.nodeAt(address)?.get('responses') ?? null);
  if (address === null || responses?.kind !== 'map') return [];
  if (responses.get('$ref') !== null || responses.get(status) !== null) return [];
  const others = alike.filter((one) => one !== operation);
  const refs = new Set(others.map((one) => referenceFrom(nodes, one, status, address.uri) ?? ''));
  const [ref = ''] = refs;
  if (refs.size !== 1 || ref === '') return [];
  return [setAt(address, ['responses', status], { $ref: ref }, lowerStatus(responses, status))];
}
