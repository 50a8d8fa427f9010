import { memoText, type Place } from '../text';
import { tokensOf } from './data-classes/tokens';
import type { Node } from './node';
import type { Gateway } from './types';

type Control = keyof Gateway;

/** Plugins of Kong that let nobody in without credentials. */
const KONG_LOGINS = new Set(
  (
    'key-auth key-auth-enc jwt jwt-signer oauth2 oauth2-introspection openid-connect basic-auth hmac-auth ldap-auth ' +
    'ldap-auth-advanced mtls-auth session header-cert-auth'
  ).split(' '),
);
const KONG = 'x-kong-plugin-';
const LIMITS = new Set('ratelimit ratelimits ratelimiting throttle throttling throttled quota quotas'.split(' '));
const RATES = new Set('limit limits limiting'.split(' '));
/** About a limit, or the lack of one. */
const ABOUT = new Set(
  'exempt exempted disabled skip bypass none error errors exceeded docs doc description'.split(' '),
);
/** Extensions that show a control only by one of their settings. */
const SETTINGS: ReadonlyMap<string, readonly [Control, string]> = new Map([
  ['x-google-management', ['limit', 'quota']],
  ['x-google-api-management', ['limit', 'quota']],
  ['x-google-backend', ['time', 'deadline']],
  ['x-amazon-apigateway-integration', ['time', 'timeoutInMillis']],
  ['x-kong-service-defaults', ['time', 'read_timeout']],
]);
const TIMES = new Set(['timeout', 'timeouts', 'deadline']);
const OFF = new Set(['', '~', 'null', 'false', 'off', 'no', 'none', 'disabled', 'unlimited', '0', '-1']);

/**
 * The controls that settings of a gateway show, by the extensions of Amazon API Gateway, Google Cloud Endpoints, Kong and by
 * names that speak for themselves (`x-rate-limit`, `x-throttling-tier`); null where none of the owners has any.
 */
export function readGateway(owners: readonly Node[]): Gateway | null {
  const found: Partial<Record<Control, Place>> = {};
  for (const owner of owners) {
    for (const [key, value] of owner.entries()) {
      const control = key.startsWith('x-') ? controlOf(key) : null;
      if (control !== null && isOn(key, value)) found[control] ??= value.keyAt;
    }
  }
  return Object.keys(found).length === 0 ? null : found;
}

/** What holds for one operation: the root’s settings but its login, which an operation may be exempt from. */
export function withRoot(own: Gateway | null, root: Gateway | null): Gateway | null {
  if (root === null) return own;
  const { login: _, ...others } = root;
  const both = { ...others, ...own };
  return Object.keys(both).length === 0 ? null : both;
}

const MAX_REMEMBERED = 1000;
/** What an extension of this name shows, if it is switched on. */
export const controlOf: (key: string) => Control | null = memoText<Control | null>(MAX_REMEMBERED, (key) => {
  const lower = key.toLowerCase();
  if (lower.startsWith(KONG)) return kongControl(lower.slice(KONG.length));
  if (lower === 'x-amazon-apigateway-auth') return 'login';
  if (lower === 'x-amazon-apigateway-request-validator') return 'validation';
  const [control] = SETTINGS.get(lower) ?? [];
  if (control !== undefined) return control;
  const list = tokensOf(key);
  if (list.some((word) => ABOUT.has(word))) return null;
  if (list.some((word) => TIMES.has(word))) return 'time';
  return list.some((word, at) => LIMITS.has(word) || (word === 'rate' && RATES.has(list[at + 1] ?? '')))
    ? 'limit'
    : null;
});

function kongControl(plugin: string): Control | null {
  if (KONG_LOGINS.has(plugin)) return 'login';
  if (plugin === 'request-size-limiting') return 'size';
  if (plugin === 'request-validator' || plugin === 'oas-validation') return 'validation';
  return /^(?:ai-)?(?:graphql-|response-)?rate-?limiting(?:-advanced)?$/.test(plugin) ? 'limit' : null;
}

function isOn(key: string, value: Node): boolean {
  if (value.kind === 'scalar') return !OFF.has((value.text() ?? '').trim().toLowerCase());
  if (value.textOf('enabled') === 'false' || value.textOf('type').toUpperCase() === 'NONE') return false;
  const [, setting] = SETTINGS.get(key.toLowerCase()) ?? [];
  return setting === undefined || !OFF.has(value.textOf(setting) || (value.get(setting) === null ? '' : 'set'));
}

/** The extensions of a security scheme by which a gateway checks callers in its own way, whatever type is written. */
const CHECKS = ['x-amazon-apigateway-authorizer', 'x-amazon-apigateway-authtype', 'x-google-issuer', 'x-google-auth'];

/** Whether a gateway checks the callers of a security scheme in its own way. */
export function checkedByGateway(scheme: Node): boolean {
  return CHECKS.some((key) => scheme.get(key) !== null);
}
