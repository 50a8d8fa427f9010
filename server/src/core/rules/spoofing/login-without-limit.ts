import type { Operation } from '../../openapi/types';
import { notLimited } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { entryOf } from '../facts/access';
import { adjust, shown, silent } from '../facts/evidence';
import { type Input, inputsOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { wordSet } from '../facts/words';
import type { Rule } from '../types';

const CODES = wordSet('code pin otp passcode token');

export const loginWithoutLimit: Rule = {
  id: 'login-without-limit',
  title: 'Passwords and codes can be guessed without end',
  stride: ['spoofing', 'denial-of-service'],
  owasp: ['API2:2023', 'API2:2019', 'API4:2019'],
  cwe: [307],
  capec: [16, 49, 565, 600],
  asvs: ['6.1.1', '6.3.1', '6.6.3'],
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
    const code = shortCodeOf(operation);
    if (code === undefined)
      return silent({ message: `${facts.label} ${what}, and nothing limits how often`, at: operation.at, dread });
    const message = `${facts.label} takes a short code in ${code.name}, and nothing limits how often one may try`;
    return shown({ message, at: code.at, part: code.part, dread });
  },
};

/** A code of at most six signs: all of them are tried within a day. */
function shortCodeOf(operation: Operation): Input | undefined {
  return inputsOf(operation).find(
    ({ in: where, words: list, bounds }) =>
      where === 'body' && CODES.has(list.at(-1) ?? '') && (bounds.maxLength ?? Number.POSITIVE_INFINITY) <= 6,
  );
}
