import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { internalServerOf } from '../facts/hosts';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const internalServerListed: Rule = {
  id: 'internal-server-listed',
  title: 'An address of the inner network is published',
  stride: ['information-disclosure'],
  owasp: ['API9:2023', 'API9:2019'],
  cwe: [497],
  asvs: ['13.4.5'],
  controls: ['api-inventory', 'network-restriction'],
  dread: [3, 6, 4, 4, 7],
  dreadReasons: [
    'It shows how the inside is built, and where to go next.',
    'The address stays true.',
    'It needs a way in first.',
    'The whole network.',
    'The address is published.',
  ],
  impact: 'Whoever gets a foot in, or finds a server that calls addresses, knows where to go.',
  falsePositive: 'The description is not handed out beyond the network.',
  mend: 'Move inner addresses into a description of their own.',
  stubs: {
    reduce: 'Publish the description without inner addresses',
    transfer: 'Let the platform fill in servers where they are used',
    avoid: 'Take the server out of the description',
    accept: 'The address is no secret',
  },
  when: [
    served,
    finds(
      internalServerOf,
      ({ url }) => `Its servers list ${url}, an address of an inner network, beside a public one.`,
      'No address of an inner network stands beside a public server.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const server = internalServerOf(operation);
    if (server === undefined) return null;
    return shown({
      message: `${factsOf(operation).label} lists ${server.url}, an address of an inner network`,
      at: server.at,
      cause: `server ${server.url}`,
      causeMessage: (touched) =>
        `${server.url}, an address of an inner network, is listed for ${count(touched)} beside a public one`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
