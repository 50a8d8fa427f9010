import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { tellsOf } from '../facts/accounts';
import { adjust, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const userEnumeration: Rule = {
  id: 'user-enumeration',
  title: 'It tells strangers who has an account',
  stride: ['information-disclosure', 'spoofing'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [204],
  asvs: ['6.3.8'],
  controls: ['uniform-answers', 'rate-limiting'],
  dread: [4, 9, 8, 6, 7],
  dreadReasons: [
    'It gives away who is a customer, and the names to try passwords on.',
    'It answers every time.',
    'A list of names and a loop.',
    'Everyone with an account.',
    'The answer differs for everyone to see.',
  ],
  impact: 'Strangers learn which e-mail addresses have an account, and try stolen passwords on exactly those.',
  falsePositive: 'Everybody may know who has an account, as in a public directory.',
  mend: 'Answer alike whether the account exists or not; drop the 404 from the responses.',
  stubs: {
    reduce: 'Answer alike whether the account exists or not',
    transfer: 'Let the identity provider handle unknown accounts',
    avoid: 'Drop the operation: tell people by e-mail instead',
    accept: 'Account names are public',
  },
  when: [
    served,
    finds(tellsOf, (why) => `It ${why}.`, 'It comes after a login, or its answers do not tell who has an account.'),
  ],
  evidence(operation, api) {
    const why = tellsOf(operation);
    if (why === null) return null;
    const message = `${factsOf(operation).label} ${why}`;
    return shown({ message, at: operation.at, dread: adjust(this.dread, operation, api) });
  },
};
