import { asks, finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { causeOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { outboundOf } from '../facts/outbound';
import type { Rule } from '../types';

export const serverSideRequestForgery: Rule = {
  id: 'server-side-request-forgery',
  title: 'The caller chooses what the server calls',
  stride: ['information-disclosure', 'elevation-of-privilege', 'tampering', 'denial-of-service'],
  owasp: ['API7:2023', 'API8:2019'],
  cwe: [918],
  capec: [664],
  asvs: ['1.3.6', '13.2.4'],
  controls: ['destination-allow-list'],
  dread: [7, 6, 5, 6, 6],
  dreadReasons: [
    'The server reaches machines and secrets that the caller cannot.',
    'One address after another can be tried.',
    'It takes knowledge of internal addresses.',
    'The service, and what stands beside it.',
    'An address among the inputs invites trying.',
  ],
  impact: 'An attacker reads internal services or the cloud’s credentials through the server.',
  falsePositive: 'The server only stores the address, or calls nothing but listed hosts.',
  mend: 'Say with `pattern` or `enum` which hosts are allowed, or take the id of a registered destination.',
  stubs: {
    reduce: 'Call only listed hosts, and no private addresses',
    transfer: 'Send such calls through a proxy that filters destinations',
    avoid: 'Take the content itself instead of its address',
    accept: 'The server stores the address and never calls it',
  },
  when: [
    served,
    finds(
      outboundOf,
      ({ name }) => `It takes an address in ${name}, and the server is likely to call it.`,
      'It takes no address that the server is likely to call.',
      ({ at }) => at,
    ),
    asks(
      (operation) => outboundOf(operation)?.bounds.hasPattern === false,
      'No pattern narrows the address.',
      'A pattern narrows the address.',
    ),
  ],
  evidence(operation, api) {
    const input = outboundOf(operation);
    if (input === null) return null;
    return shown({
      message: `${factsOf(operation).label} takes an address in ${input.name} that the server may call`,
      at: input.at,
      part: input.part,
      cause: causeOf(input),
      causeMessage: (touched) => `${count(touched)} take an address in ${input.name} that the server may call`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
