import type { Requirement, SecurityScheme } from '../../openapi/types';
import type { Place } from '../../text/types';

/** Why credentials of this scheme are easy to steal, as the end of a sentence, and where it is written. */
export function weaknessOf({ definition }: Requirement): { why: string; at: Place } | null {
  if (definition === null) return null;
  const why = ownWeakness(definition);
  if (why !== '') return { why, at: definition.at };
  for (const { kind, tokenUrl, authorizationUrl, at } of definition.flows) {
    if (kind === 'implicit') return { why: 'hands tokens to the browser in an address (implicit flow)', at };
    if (kind === 'password') return { why: 'gives the password to every client (password flow)', at };
    if (kind === 'deviceAuthorization')
      return { why: 'logs in whoever was talked into typing a code (device flow)', at };
    if (isCleartext(tokenUrl) || isCleartext(authorizationUrl))
      return { why: 'fetches its tokens without encryption', at };
  }
  return null;
}

function ownWeakness({ type, in: where, scheme }: SecurityScheme): string {
  if (type === 'apiKey' && where === 'query') return 'puts the key into the address, and so into logs';
  if (type !== 'http') return '';
  if (scheme === 'basic') return 'sends the password with every request (HTTP Basic)';
  return scheme === 'digest' ? 'rests on an outdated hash (HTTP Digest)' : '';
}

function isCleartext(url: string | undefined): boolean {
  return url?.toLowerCase().startsWith('http://') === true;
}
