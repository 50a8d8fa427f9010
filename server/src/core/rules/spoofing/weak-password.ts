import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { causeOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { LEAST, MOST, shortPasswordOf } from '../facts/passwords';
import type { Rule } from '../types';

export const weakPassword: Rule = {
  id: 'weak-password',
  title: 'People may choose, or must choose, short passwords',
  stride: ['spoofing', 'elevation-of-privilege'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [521],
  capec: [16, 49, 565],
  asvs: ['6.2.1', '6.2.4'],
  controls: ['password-policy'],
  dread: [6, 6, 5, 5, 6],
  dreadReasons: [
    'Whoever guesses the password is the user.',
    'It works until the password is changed.',
    'Lists of common passwords are public; the login must let many be tried.',
    'Those who chose a short one.',
    'The lengths stand in the description.',
  ],
  impact: 'Short passwords are guessed at the login, or found within hours from stolen hashes.',
  falsePositive: 'The server asks for more than the description says, or a second factor is always needed.',
  mend: `Declare a \`minLength\` of ${LEAST} or more and a \`maxLength\` of ${MOST} or more (NIST SP 800-63B).`,
  stubs: {
    reduce: 'Ask for long passwords and refuse those that are known to be stolen',
    transfer: 'Let an identity provider keep the passwords',
    avoid: 'Use passkeys or links instead of passwords',
    accept: 'A second factor is always needed',
  },
  when: [
    served,
    finds(
      shortPasswordOf,
      ({ input, why }) => `It sets ${input.name}, which ${why}.`,
      'It sets no password, or says nothing of one that is too short.',
      ({ input }) => input.at,
    ),
  ],
  evidence(operation, api) {
    const found = shortPasswordOf(operation);
    if (found === null) return null;
    const { input, why } = found;
    return shown({
      message: `${factsOf(operation).label} sets ${input.name}, which ${why}`,
      at: input.at,
      part: input.part,
      cause: causeOf(input),
      causeMessage: (touched) => `${count(touched)} set ${input.name}, which ${why}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
