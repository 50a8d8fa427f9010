import { finds } from '../conditions/build';
import { adjust, count, shown } from '../facts/evidence';
import { onwardOf } from '../facts/onward';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const unprotectedWayOn: Rule = {
  id: 'unprotected-way-on',
  title: 'Data goes on to another host without protection',
  stride: ['information-disclosure', 'tampering', 'spoofing'],
  owasp: ['API10:2023', 'API8:2023', 'API7:2019'],
  cwe: [319, 295],
  capec: [102, 117, 475],
  asvs: ['12.3.1', '12.3.2'],
  controls: ['transport-encryption'],
  dread: [6, 6, 4, 7, 5],
  dreadReasons: [
    'What callers sent over TLS can be read and changed behind the first host.',
    'It holds for every call.',
    'It takes a place on the way between the two hosts.',
    'Everyone whose calls are passed on.',
    'The address or the setting stands in the description.',
  ],
  impact: 'Somebody between the two hosts reads what is passed on, changes it, or answers in the other’s place.',
  falsePositive: 'The way leads through a private network or an encrypted tunnel.',
  mend: 'Use https:// for the address, and let the gateway check the certificate of whom it calls.',
  stubs: {
    reduce: 'Pass data on over TLS only, and check whose certificate it is',
    transfer: 'Let a service mesh encrypt and authenticate both sides',
    avoid: 'Take the unprotected way out',
    accept: 'The way leads through a network of our own',
  },
  when: [
    finds(
      onwardOf,
      ({ why }) => `It ${why}.`,
      'No address to which it is passed on, sent or linked is known to lack encryption or a check of who answers.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const way = onwardOf(operation);
    if (way === null) return null;
    const { why, together, cause, cwe, at } = way;
    return shown({
      message: `${factsOf(operation).label} ${why}`,
      at,
      cause,
      cwe,
      causeMessage: (touched) => `${count(touched)} ${touched === 1 ? why : together}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
