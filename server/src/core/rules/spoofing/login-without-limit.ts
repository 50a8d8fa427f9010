import { notLimited } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { entryOf } from '../facts/access';
import { adjust, silent } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const loginWithoutLimit: Rule = {
  id: 'login-without-limit',
  title: 'Passwords and codes can be guessed without end',
  stride: ['spoofing', 'denial-of-service'],
  owasp: ['API2:2023', 'API2:2019', 'API4:2019'],
  cwe: [307],
  controls: ['rate-limiting', 'bot-protection'],
  dread: [7, 8, 6, 6, 7],
  dreadReasons: [
    'A guessed password is a stolen account.',
    'Lists of leaked passwords can be tried again and again.',
    'Public tools do the guessing.',
    'Every user with a weak or reused password.',
    'A login is easy to find.',
  ],
  impact: 'Attackers try leaked passwords or all short codes until one fits, and take over accounts.',
  falsePositive: 'The limit exists and is only not written down, or another service counts the attempts.',
  mend: 'Declare a 429 response, and the headers that tell how many attempts are left.',
  stubs: {
    reduce: 'Limit attempts by account and by address',
    transfer: 'Let an identity provider handle logins',
    avoid: 'Replace passwords with passkeys',
    accept: 'Guessing is watched and leads nowhere',
  },
  when: [
    served,
    asks(
      (operation) => ['login', 'recovery'].includes(entryOf(operation)),
      'It checks credentials, or starts or ends a recovery.',
      'It is no login and no recovery.',
    ),
    notLimited,
  ],
  evidence(operation, api) {
    const facts = factsOf(operation);
    const what = entryOf(operation) === 'login' ? 'checks credentials' : 'starts or ends an account recovery';
    const dread = adjust(this.dread, operation, api);
    return silent({ message: `${facts.label} ${what}, and nothing limits how often`, at: operation.at, dread });
  },
};
