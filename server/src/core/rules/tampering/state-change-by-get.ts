import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const stateChangeByGet: Rule = {
  id: 'state-change-by-get',
  title: 'A GET changes something',
  stride: ['tampering', 'repudiation'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [650, 352],
  capec: [62],
  asvs: ['3.5.3'],
  controls: ['safe-methods', 'csrf-protection'],
  dread: [6, 8, 8, 5, 7],
  dreadReasons: [
    'Something is created, changed or deleted.',
    'Every visit of the address does it again.',
    'A link or an image on any page is enough.',
    'Whoever is logged in and follows the link.',
    'The address is all that there is to know.',
  ],
  impact: 'A link, a crawler or a preview changes data, and caches and logs treat it as reading.',
  falsePositive: 'The name only sounds like a change, and the operation reads.',
  mend: 'Offer the operation as POST, PUT, PATCH or DELETE.',
  stubs: {
    reduce: 'Change the method to one that is not safe',
    transfer: 'Let the gateway refuse the GET',
    avoid: 'Remove the operation',
    accept: 'Calling it twice or by accident does no harm',
  },
  when: [
    served,
    asks(
      (operation) => factsOf(operation).writesBySafeMethod,
      ({ method }) => `Its name says that it changes something, and its method is ${method}.`,
      ({ method }) =>
        ['GET', 'HEAD', 'OPTIONS', 'QUERY'].includes(method)
          ? 'Its name says that it reads.'
          : `${method} may change something.`,
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const dread = adjust(this.dread, operation, api);
    return shown({
      message: `${label} changes something, although ${operation.method} should only read`,
      at: operation.at,
      dread,
    });
  },
};
