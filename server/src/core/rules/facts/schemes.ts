import type { OAuthFlow, Requirement, SecurityScheme } from '../../openapi/types';
import type { Place } from '../../text/types';

/** Why credentials are easy to steal, as the end of a sentence, and the weaknesses that it is. */
interface Weak {
  readonly why: string;
  readonly cwe: readonly number[];
}

const weak = (why: string): Weak => ({ why, cwe: [1390] });
const clear = (why: string): Weak => ({ why, cwe: [319] });

/** Why credentials of this scheme are easy to steal, and where it is written; null where nothing shows that they are. */
export function weaknessOf({ definition }: Requirement): (Weak & { readonly at: Place }) | null {
  if (definition === null) return null;
  const own = ownWeakness(definition);
  if (own !== null) return { ...own, at: definition.at };
  for (const flow of definition.flows) {
    const weakness = flowWeakness(flow, definition.byGateway === true);
    if (weakness !== null) return { ...weakness, at: flow.at };
  }
  return definition.deprecated === true ? { ...weak('is marked as deprecated'), at: definition.at } : null;
}

function flowWeakness({ kind, tokenUrl, authorizationUrl }: OAuthFlow, byGateway: boolean): Weak | null {
  // Google's gateways ask for the implicit flow to be written without an address, and check tokens of any flow.
  if (kind === 'implicit' && byGateway && !authorizationUrl) return null;
  if (kind === 'implicit') return weak('hands tokens to the browser in an address (implicit flow)');
  if (kind === 'password') return weak('gives the password to every client (password flow)');
  if (kind === 'deviceAuthorization') return weak('logs in whoever was talked into typing a code (device flow)');
  const plain = isCleartext(tokenUrl) || isCleartext(authorizationUrl);
  return plain ? clear('fetches its tokens without encryption') : null;
}

function ownWeakness({ type, in: where, scheme, metadataUrl }: SecurityScheme): Weak | null {
  if (isCleartext(metadataUrl)) return clear('tells without encryption how to log in');
  if (type === 'apiKey' && where === 'query')
    return { why: 'puts the key into the address, and so into logs', cwe: [598] };
  if (type !== 'http') return null;
  if (scheme === 'basic') return weak('sends the password with every request (HTTP Basic)');
  return scheme === 'digest' ? weak('rests on an outdated hash (HTTP Digest)') : null;
}

function isCleartext(url: string | undefined): boolean {
  return url?.toLowerCase().startsWith('http://') === true;
}
