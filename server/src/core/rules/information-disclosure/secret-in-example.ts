import { finds } from '../conditions/build';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { shownSecretOf } from '../facts/secrets';
import type { Rule } from '../types';

export const secretInExample: Rule = {
  id: 'secret-in-example',
  title: 'An example looks like a live secret',
  stride: ['information-disclosure', 'spoofing'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [540],
  asvs: ['13.3.1'],
  controls: ['secrets-out-of-documents'],
  dread: [8, 8, 8, 5, 8],
  dreadReasons: [
    'Whoever reads the description can act as the secret’s owner.',
    'It works until the secret is withdrawn.',
    'It only has to be copied.',
    'All whom the secret’s owner serves.',
    'It stands in the published description, and search engines look for its shape.',
  ],
  impact: 'A key that was copied into an example is found in the description, and used.',
  falsePositive: 'The value was made up, or was withdrawn before the description was published.',
  mend: 'Withdraw the secret, and write an example that nobody can take for one, such as `sk_test_example`.',
  stubs: {
    reduce: 'Withdraw the secret and keep secrets out of descriptions by a check before publishing',
    transfer: 'Let the host of the code watch for published secrets',
    avoid: 'Take the example out',
    accept: 'The value opens nothing',
  },
  when: [
    finds(
      shownSecretOf,
      ({ kind }) => `An example looks like ${kind}.`,
      'No example of a credential or of a whole payload has the shape of a live secret.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const secret = shownSecretOf(operation);
    if (secret === null) return null;
    const { kind, at } = secret;
    return shown({
      message: `${factsOf(operation).label} shows an example that looks like ${kind}`,
      at,
      cause: `example of ${kind}`,
      causeMessage: (touched) => `${count(touched)} show an example that looks like ${kind}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
