import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { causeOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { redirectOf } from '../facts/redirects';
import type { Rule } from '../types';

export const openRedirect: Rule = {
  id: 'open-redirect',
  title: 'It sends people to any address that the caller names',
  stride: ['spoofing', 'information-disclosure'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [601],
  asvs: ['3.7.2', '10.4.1'],
  controls: ['destination-allow-list'],
  dread: [5, 8, 7, 5, 7],
  dreadReasons: [
    'People land on a copy of your pages, sometimes with a token in the address.',
    'The link works every time.',
    'A link is enough.',
    'Whoever follows the link.',
    'The parameter stands in the address.',
  ],
  impact: 'A link that starts with your name leads to a stranger’s page, which asks for the password.',
  falsePositive: 'The address is compared with a registered list.',
  mend: 'Replace the address by a key with `enum`, or narrow it with `pattern`.',
  stubs: {
    reduce: 'Compare the address with a list of your own',
    transfer: 'Let the identity provider check registered addresses',
    avoid: 'Take a key instead of an address',
    accept: 'Every address is meant to be reachable from here',
  },
  when: [
    served,
    finds(
      redirectOf,
      ({ name }) => `It takes ${name}, and redirects there.`,
      'It takes no address to redirect to, or one that a list, a pattern or a registered client narrows.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const input = redirectOf(operation);
    if (input === null) return null;
    return shown({
      message: `${factsOf(operation).label} redirects to any address in ${input.name}`,
      at: input.at,
      part: input.part,
      cause: causeOf(input),
      causeMessage: (touched) => `${count(touched)} redirect to any address in ${input.name}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
