import type { Operation } from '../../openapi/types';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { entryOf } from '../facts/access';
import { adjust, shown } from '../facts/evidence';
import { inputsOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet } from '../facts/words';
import type { Rule } from '../types';

const PROOF = wordSet('old current existing previous confirm verification code otp token pin challenge');
const KEYS = wordSet('password passwd pwd email');

export const unverifiedCredentialChange: Rule = {
  id: 'unverified-credential-change',
  title: 'A password or e-mail address changes without proof',
  stride: ['spoofing', 'elevation-of-privilege'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [620],
  asvs: ['6.2.3', '7.5.1'],
  controls: ['re-authentication'],
  dread: [7, 7, 5, 5, 6],
  dreadReasons: [
    'Whoever sets the password owns the account.',
    'It works as long as a session is open.',
    'It takes a stolen token or an unlocked screen.',
    'Users whose session falls into other hands.',
    'The request lists what it takes.',
  ],
  impact: 'A stolen session becomes a stolen account: the thief sets a new password and locks the owner out.',
  falsePositive: 'The proof was given shortly before, and the token carries it.',
  mend: 'Take the current password or a one-time code in the same request.',
  stubs: {
    reduce: 'Ask for the current password or a second factor',
    transfer: 'Let an identity provider change credentials',
    avoid: 'Take the operation out and send a confirmation link',
    accept: 'Sessions end within minutes',
  },
  when: [
    served,
    asks(
      (operation) => isRecovery(operation) || (entryOf(operation) === 'none' && !operation.security.anonymous),
      (operation) => (isRecovery(operation) ? 'It ends a recovery.' : 'It knows its caller.'),
      'It knows no caller, and ends no recovery.',
    ),
    asks(changesCredentials, 'It sets a password or an address that recovery goes to.', 'It sets no credentials.'),
    asks(
      (operation) => !inputsOf(operation).some((one) => anyOf(one.words, PROOF)),
      'It takes neither the old password nor a code.',
      'It takes the old password or a code.',
    ),
  ],
  evidence(operation, api) {
    const dread = adjust(this.dread, operation, api);
    const { label, lastWords } = factsOf(operation);
    const what = lastWords.includes('email') ? 'an e-mail address' : 'a password';
    return shown({ message: `${label} sets ${what} without proof of who asks`, at: operation.at, dread });
  },
};

/** The path ends in what is changed, and the request has the new value. */
function changesCredentials(operation: Operation): boolean {
  const { lastWords, writes } = factsOf(operation);
  if (operation.kind !== 'operation' || !writes || operation.method === 'DELETE' || !anyOf(lastWords, KEYS))
    return false;
  return inputsOf(operation).some((one) => one.in === 'body' && one.depth === 1 && anyOf(one.words.slice(-1), KEYS));
}

function isRecovery(operation: Operation): boolean {
  return entryOf(operation) === 'recovery';
}
