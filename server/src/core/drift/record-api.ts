import type { ApiDescription, SecurityScheme } from '../openapi/types';
import { entryOf } from './entry';
import type { Entry } from './types';

/** What is recorded of a whole API: what holds for all of its operations. */
export function recordOfApi(description: ApiDescription, exposure: string): Entry {
  const { crossOrigin, gateway, unlisted } = description;
  return entryOf({
    version: description.apiVersion,
    exposure,
    servers: description.servers.map(({ url }) => url),
    schemes: [...description.schemes.values()].map(schemeText),
    gateway: Object.keys(gateway ?? {}),
    origins: crossOrigin?.origins ?? [],
    unlisted: unlisted === undefined ? '' : 'yes',
  });
}

/** `account: oauth2 authorizationCode https://id.example/token`. */
function schemeText(scheme: SecurityScheme): string {
  const flows = scheme.flows.flatMap(({ kind, tokenUrl }) => [kind, tokenUrl ?? '']);
  const words = [scheme.type, scheme.scheme, scheme.in, scheme.parameterName, scheme.metadataUrl, ...flows];
  return `${scheme.name}: ${words.filter((word) => word !== undefined && word !== '').join(' ')}`;
}
