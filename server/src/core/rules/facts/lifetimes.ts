import type { Operation, Property } from '../../openapi/types';
import { entryOf } from './access';
import { factsOf } from './operation-facts';
import { perObject } from './per-object';
import { anyOf, singular, wordSet, words } from './words';

const DAY = 86_400;
/** Longer than this, a stolen token is as good as a password. */
export const MOST_DAYS = 30;

/** How long the credentials that an operation hands out are valid. */
export interface Lifetime {
  readonly property: Property;
  /** Days, or infinite where they never expire. */
  readonly days: number;
}

const ISSUING = wordSet('login signin logon token session auth oauth authenticate authentication jwt sso');
const HANDED = wordSet('jwt session sessionid sessionkey bearer');
const LIFETIMES = wordSet('expire expiry expiration valid validity ttl lifetime lifespan maxage duration timeout');
/** A moment, or the time of another token. */
const OTHER = wordSet('at on date timestamp until from since refresh created issued not before after');
const NEVER = wordSet('never none infinite unlimited forever permanent');
/** Seconds of the units that a name may speak of, in the singular. */
const UNITS: readonly (readonly [ReadonlySet<string>, number])[] = [
  [wordSet('ms milli millis millisecond'), 0.001],
  [wordSet('minute min'), 60],
  [wordSet('hour hr'), 3600],
  [wordSet('day'), DAY],
  [wordSet('week'), 7 * DAY],
  [wordSet('month'), 30 * DAY],
  [wordSet('year'), 365 * DAY],
];

/** The longest life that a description gives tokens or sessions of an operation, where that is too long; else null. */
export const longLifeOf: (operation: Operation) => Lifetime | null = perObject((operation) => {
  if (!issues(operation)) return null;
  const given = factsOf(operation).results.flatMap(({ properties }) => properties.map(answered));
  // Who asks for a lifetime may ask for the longest.
  const asked = (operation.request?.properties ?? []).map(requested);
  const [longest] = [...given, ...asked].toSorted((first, second) => second.days - first.days);
  return longest !== undefined && longest.days > MOST_DAYS ? longest : null;
});

/** The longest life that it gives them, where that is not too long; null where it says nothing, or is too long. */
export const shortLifeOf: (operation: Operation) => Lifetime | null = perObject((operation) => {
  if (!issues(operation) || longLifeOf(operation) !== null) return null;
  const told = factsOf(operation).results.flatMap(({ properties }) => properties.map(requested));
  const [longest] = told.filter(({ days }) => days > 0).toSorted((first, second) => second.days - first.days);
  return longest ?? null;
});

/** It hands out what proves who the caller is. */
export const handsOut: (operation: Operation) => boolean = perObject(issues);

const answered = (property: Property): Lifetime => ({ property, days: daysOf(property, property.bounds.minimum) });
const requested = (property: Property): Lifetime => ({ property, days: daysOf(property, property.bounds.maximum) });

/** It hands out what proves who the caller is: a login, or whatever makes sessions and tokens. */
function issues(operation: Operation): boolean {
  const { lastWords, results, returns } = factsOf(operation);
  if (operation.kind !== 'operation' || operation.method !== 'POST' || !returns.has('credentials')) return false;
  if (entryOf(operation) !== 'login' && !anyOf(lastWords.map(singular), ISSUING)) return false;
  return results.some(({ properties }) => properties.some(({ name }) => isHanded(words(name))));
}

function isHanded(list: readonly string[]): boolean {
  return list.at(-1) === 'token' || HANDED.has(list.join(''));
}

/** What it is bound to or said to be; 0 where it is no lifetime or says nothing. */
function daysOf(property: Property, bound = 0): number {
  const { name, type } = property;
  const list = words(name).map(singular);
  if (type === 'boolean' || anyOf(list, OTHER) || !isLifetime(list)) return 0;
  const written = property.values ?? [];
  if (written.some((value) => NEVER.has(value.toLowerCase()))) return Number.POSITIVE_INFINITY;
  const numbers = written.map(Number).filter((value) => !Number.isNaN(value));
  const seconds = UNITS.find(([names]) => anyOf(list, names))?.[1] ?? 1;
  return (Math.max(0, bound, ...numbers) * seconds) / DAY;
}

function isLifetime(list: readonly string[]): boolean {
  return anyOf(list, LIFETIMES) || list.some((word, at) => LIFETIMES.has(word + (list[at + 1] ?? '')));
}

/** `15 minutes`, `8 hours`, `90 days`, `10 years`, `ever`. */
export function lifeInWords({ days }: Lifetime): string {
  if (!Number.isFinite(days)) return 'ever';
  if (days < 1) return days < 1 / 12 ? `${Math.round(days * 1440)} minutes` : `${Math.round(days * 24)} hours`;
  return days < 730 ? `${Math.round(days)} days` : `${Math.floor(days / 365)} years`;
}
