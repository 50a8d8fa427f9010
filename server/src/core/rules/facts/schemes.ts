import type { OAuthFlow, Requirement, SecurityScheme } from '../../openapi/types';
import type { Place } from '../../text/types';

/** Why credentials of this scheme are easy to steal, as the end of a sentence, and where it is written. */
export function weaknessOf({ definition }: Requirement): { why: string; at: Place } | null {
  if (definition === null) return null;
  const why = ownWeakness(definition);
  if (why !== '') return { why, at: definition.at };
  for (const flow of definition.flows) {
    const weakness = flowWeakness(flow, definition.byGateway === true);
    if (weakness !== '') return { why: weakness, at: flow.at };
  }
  return definition.deprecated === true ? { why: 'is marked as deprecated', at: definition.at } : null;
}

function flowWeakness({ kind, tokenUrl, authorizationUrl }: OAuthFlow, byGateway: boolean): string {
  // Google's gateways ask for the implicit flow to be written without an address, and check tokens of any flow.
  if (kind === 'implicit' && byGateway && !authorizationUrl) return '';
  if (kind === 'implicit') return 'hands tokens to the browser in an address (implicit flow)';
  if (kind === 'password') return 'gives the password to every client (password flow)';
  if (kind === 'deviceAuthorization') return 'logs in whoever was talked into typing a code (device flow)';
  return isCleartext(tokenUrl) || isCleartext(authorizationUrl) ? 'fetches its tokens without encryption' : '';
}

function ownWeakness({ type, in: where, scheme, metadataUrl }: SecurityScheme): string {
  if (isCleartext(metadataUrl)) return 'tells without encryption how to log in';
  if (type === 'apiKey' && where === 'query') return 'puts the key into the address, and so into logs';
  if (type !== 'http') return '';
  if (scheme === 'basic') return 'sends the password with every request (HTTP Basic)';
  return scheme === 'digest' ? 'rests on an outdated hash (HTTP Digest)' : '';
}

function isCleartext(url: string | undefined): boolean {
  return url?.toLowerCase().startsWith('http://') === true;
}
