import { finds } from '../conditions/build';
import { outbound } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { sentSecretOf } from '../facts/sent-out';
import type { Rule } from '../types';

export const secretSentOut: Rule = {
  id: 'secret-sent-out',
  title: 'A message to somebody else carries a secret',
  stride: ['information-disclosure'],
  owasp: ['API10:2023', 'API3:2023', 'API3:2019'],
  cwe: [201, 359],
  asvs: ['14.2.3', '14.2.6'],
  controls: ['output-filtering'],
  dread: [7, 6, 5, 6, 4],
  dreadReasons: [
    'Passwords, card numbers and official numbers open other doors.',
    'Every message carries it.',
    'It takes a look into the receiver’s logs, or an address that leads elsewhere.',
    'Everyone whose record a message speaks of.',
    'Receivers know; strangers read it in the description.',
  ],
  impact: 'The secret lies in the logs and queues of a receiver that we do not run, and goes where its address leads.',
  falsePositive: 'The value is masked or encrypted for the receiver, or the receiver is its owner.',
  mend: 'Send the id of what happened and let the receiver ask for the rest, or take the property out of the message.',
  stubs: {
    reduce: 'Send only what the receiver needs',
    transfer: 'Let a message broker strip the property',
    avoid: 'Take the property out of the message',
    accept: 'The receiver is meant to have the value',
  },
  when: [
    outbound,
    finds(
      sentSecretOf,
      ({ path }) => `Its body has ${path}, which hardly any receiver should see.`,
      'Its body has no secret that we know of.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const property = sentSecretOf(operation);
    if (property === null) return null;
    const { name, path, schema, at } = property;
    return shown({
      message: `${factsOf(operation).label} sends ${path} to somebody else`,
      at,
      part: `body.${path}`,
      cause: schema === null ? '' : `schema ${schema} property.${name}`,
      causeMessage: (touched) => `${count(touched)} send ${name} of ${schema} to somebody else`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
