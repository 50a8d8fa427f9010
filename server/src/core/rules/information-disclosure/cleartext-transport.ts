import type { Operation, Server } from '../../openapi/types';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { isPlain } from '../facts/hosts';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const cleartextTransport: Rule = {
  id: 'cleartext-transport',
  title: 'Requests travel without encryption',
  stride: ['information-disclosure', 'tampering', 'spoofing'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [319],
  capec: [102, 117],
  asvs: ['12.2.1', '12.3.1'],
  controls: ['transport-encryption'],
  dread: [7, 6, 5, 8, 6],
  dreadReasons: [
    'Tokens and data can be read and changed on the way.',
    'It takes a place on the path between both sides.',
    'Public tools read along.',
    'Everyone who calls through this server.',
    'The address is in the published description.',
  ],
  impact: 'Anyone on the same network reads passwords, tokens and data, and can change them unnoticed.',
  falsePositive: 'The address only redirects to https, or is reached through an encrypted tunnel.',
  mend: 'Use https:// in `servers`, or the scheme https alone in a 2.0 description.',
  stubs: {
    reduce: 'Serve the API over TLS only',
    transfer: 'Let the load balancer end TLS and refuse plain requests',
    avoid: 'Remove the plain address',
    accept: 'The network carries nothing else',
  },
  when: [
    served,
    finds(
      plainServer,
      ({ url }) => `Its server ${url} is not encrypted.`,
      'Every server is encrypted, local or unknown.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const server = plainServer(operation);
    if (server === undefined) return null;
    return shown({
      message: `${factsOf(operation).label} can be called over ${server.url}, without encryption`,
      at: server.at,
      cause: `server ${server.url}`,
      causeMessage: (touched) => `${count(touched)} can be called over ${server.url}, without encryption`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function plainServer({ servers }: Operation): Server | undefined {
  return servers.find((one) => isPlain(one.url));
}
