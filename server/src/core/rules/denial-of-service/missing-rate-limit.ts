import { afterLogin, notLimited } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, silent } from '../facts/evidence';
import { isBusinessFlow, isCostly } from '../facts/flows';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const missingRateLimit: Rule = {
  id: 'missing-rate-limit',
  title: 'Costly calls have no visible limit',
  stride: ['denial-of-service'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [770, 799],
  capec: [125, 469],
  asvs: ['2.4.1'],
  controls: ['rate-limiting'],
  dread: [5, 7, 6, 6, 5],
  dreadReasons: [
    'The service becomes slow, or its bill grows.',
    'A loop is enough.',
    'Any HTTP tool.',
    'All who use the service at that time.',
    'It takes a few attempts.',
  ],
  impact: 'Searches, exports and messages in a loop make the service slow, or costly, for everyone.',
  falsePositive: 'A gateway limits every caller; descriptions often leave that out.',
  mend: 'Declare a 429 response on what is limited.',
  stubs: {
    reduce: 'Limit calls by caller and by address',
    transfer: 'Let the gateway or CDN limit calls',
    avoid: 'Run costly work in the background, one at a time',
    accept: 'The callers are few and known',
  },
  when: [
    served,
    asks(
      isCostly,
      'It costs more than its call: it searches, sends, exports or works in bulk.',
      'It costs no more than its call.',
    ),
    asks(
      (operation) => !isBusinessFlow(operation),
      'It is no business flow.',
      'It is a business flow, which has a rule of its own.',
    ),
    afterLogin,
    notLimited,
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    return silent({
      message: `${label} costs more than its call, and nothing says how often it may be called`,
      at: api.description.at,
      cause: 'rate limits',
      causeMessage: (touched) =>
        `${count(touched)} cost more than their call, and nothing says how often they may be called`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
