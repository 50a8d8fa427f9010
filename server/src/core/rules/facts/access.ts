import type { Operation, Security, Shape } from '../../openapi/types';
import { factsOf, isOpen } from './operation-facts';
import { perObject, perShape } from './per-object';
import { anyOf, wordSet, words } from './words';

/** How one gets in: operations that must be open because they come before the login. */
export type Entry = 'login' | 'registration' | 'recovery' | 'none';

const LOGIN = wordSet('login signin logon authenticate authentication auth token oauth session otp mfa 2fa verify sso');
const REGISTRATION = wordSet('register registration signup enroll');
const RECOVERY = wordSet('forgot forget recover recovery reset');
const PUBLIC = wordSet(
  'health healthz healthcheck ping status ready readyz livez alive version logout signout openapi swagger doc docs jwks saml',
);
const PROVES = wordSet(
  'password passwd pwd pass passphrase passcode otp pin code secret passwort kennwort contrasena senha wachtwoord mdp',
);

export const entryOf: (operation: Operation) => Entry = perObject((operation) => {
  if (operation.kind !== 'operation' || operation.method !== 'POST') return 'none';
  const { lastWords } = factsOf(operation);
  const open = isOpen(operation);
  if (isNamed(lastWords.slice(-1), REGISTRATION) || REGISTRATION.has(lastWords.join('')))
    return open ? 'registration' : 'none';
  if (anyOf(lastWords, RECOVERY) && (open || lastWords.includes('password'))) return 'recovery';
  return open && (checksCredentials(operation) || takesOnlyCredentials(operation)) ? 'login' : 'none';
});

/** One of the words, or all of them written together (`sign-up`). */
function isNamed(list: readonly string[], set: ReadonlySet<string>): boolean {
  return anyOf(list, set) || set.has(list.join(''));
}

function checksCredentials(operation: Operation): boolean {
  const { lastWords, idWords } = factsOf(operation);
  if (!isNamed(lastWords, LOGIN) && !idWords.includes('login') && !idWords.includes('signin')) return false;
  return provesSomething(operation);
}

const WHO = wordSet('username user email mail login account phone name userid msisdn mobile');

/** A name, a password and hardly anything else: a login by any path. */
function takesOnlyCredentials({ request }: Operation): boolean {
  const names = (request?.properties ?? []).map(({ name }) => words(name).join(''));
  return (
    names.length >= 2 &&
    names.length <= 3 &&
    names.some((name) => PASSWORDS.has(name)) &&
    names.some((name) => WHO.has(name))
  );
}

function provesSomething(operation: Operation): boolean {
  const properties = operation.request?.properties ?? [];
  return properties.some((one) => one.format === 'password' || words(one.name).some((word) => PROVES.has(word)));
}

const PASSWORDS = wordSet(
  'password passwd pwd pass passphrase passwort kennwort contrasena senha wachtwoord mdp motdepasse',
);

/** Open by design: what comes before a login, and what tells no more than that the service runs. */
export const publicByDesign: (operation: Operation) => boolean = perObject((operation) => {
  const { lastWords } = factsOf(operation);
  const open = isOpen(operation);
  if (operation.method === 'OPTIONS' || entryOf(operation) !== 'none') return true;
  const joined = lastWords.join('');
  const beforeLogin = LOGIN.has(joined) || joined === 'login' || REGISTRATION.has(joined) || RECOVERY.has(joined);
  if (operation.path.startsWith('/.well-known/')) return true;
  return open && (PUBLIC.has(joined) || PUBLIC.has(lastWords[0] ?? '') || beforeLogin);
});

/** What makes an operation public by design, as a sentence. */
export function publicBecause(operation: Operation): string {
  if (operation.method === 'OPTIONS') return 'OPTIONS only tells what may be asked.';
  if (entryOf(operation) !== 'none') return 'It comes before a login.';
  if (operation.path.startsWith('/.well-known/')) return 'What stands below /.well-known is for everyone.';
  const { lastWords } = factsOf(operation);
  const named = [lastWords.join(''), lastWords[0] ?? ''].find((word) => PUBLIC.has(word));
  return named === undefined ? 'It comes before a login.' : `By its name (${named}) it is for everyone.`;
}

/** Whatever it takes is signed by whoever sends it (RFC 7519, RFC 7515): the body is its own login. */
export const takesSignedBody: (operation: Shape) => boolean = perShape(({ request }) => {
  const types = request?.mediaTypes ?? [];
  return types.length > 0 && types.every(isSigned);
});

function isSigned(mediaType: string): boolean {
  const type = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
  return type.endsWith('+jwt') || type === 'application/jwt' || /^application\/jose(?:\+json)?$/.test(type);
}

/** `/<upload_url>`: the whole path is an address that an earlier answer gave out, to whoever was known then. */
export const isGivenAddress: (operation: Shape) => boolean = perShape(({ path }) => {
  const [open, close] = [path.charAt(1), path.charAt(path.length - 1)];
  const placeholder = (open === '<' && close === '>') || (open === '{' && close === '}');
  const name = path.slice(2, -1);
  return placeholder && !/[/<>{}]/.test(name) && ADDRESS.has(words(name).at(-1) ?? '');
});

const ADDRESS = wordSet('url uri link href');

const ADMIN = wordSet(
  'admin administrator administration administrative backoffice superuser superadmin sysadmin sudo',
);

/**
 * The part of the path up to the segment that names an administrative surface, else a tag, a mark (`x-internal: true`) or the
 * first word of the operationId that says so; else empty.
 */
export const adminSurfaceOf: (operation: Shape) => string = perShape((operation) => {
  const { segments } = factsOf(operation);
  const at = segments.findIndex((one) => !one.includes('{') && (anyOf(words(one), ADMIN) || isInternal(one)));
  if (at >= 0) return `/${segments.slice(0, at + 1).join('/')}`;
  const tag = operation.tags.find((one) => anyOf(words(one), ADMIN) && words(one).length <= 2);
  if (tag !== undefined) return `tag ${tag}`;
  if (operation.internal !== undefined) return 'x-internal';
  const [first = ''] = factsOf(operation).idWords;
  return ADMIN.has(first) ? `operationId ${first}` : '';
});

const INTERNAL: ReadonlySet<string> = new Set([
  'internal',
  '_internal',
  'internals',
  'back-office',
  'mgmt',
  'management',
  'manage',
  'backstage',
  'sysops',
  'moderation',
]);

function isInternal(segment: string): boolean {
  return INTERNAL.has(segment.toLowerCase());
}

const ROLES = wordSet('admin administrator manage manager superuser root sudo write full operator staff owner delete');

const ADMINISTRATORS = wordSet('admin administrator superuser root sudo operator staff manager backoffice');

/** Some alternative asks for a scope that only administrators have. */
export function asksForAdministrator({ security }: Operation): boolean {
  return someScope(security, ADMINISTRATORS);
}

/** Some alternative asks for a scope that names a role or a right to change: the API tells callers apart. */
export function asksForRole({ security }: Operation): boolean {
  return someScope(security, ROLES);
}

function someScope({ alternatives }: Security, named: ReadonlySet<string>): boolean {
  return alternatives.some((all) => all.some(({ scopes }) => scopes.some((scope) => anyOf(words(scope), named))));
}
