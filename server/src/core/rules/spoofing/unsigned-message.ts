import type { Operation } from '../../openapi/types';
import { asks } from '../conditions/build';
import { adjust, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet, words } from '../facts/words';
import type { Rule } from '../types';

const SIGNATURE = wordSet('signature signed hmac sig digest jws authorization token secret');
const RECEIVERS = wordSet('webhook webhooks callback ipn notification notifications');

export const unsignedMessage: Rule = {
  id: 'unsigned-message',
  title: 'The receiver cannot tell who sent the message',
  stride: ['spoofing', 'tampering'],
  owasp: ['API10:2023', 'API8:2023', 'API2:2019'],
  cwe: [347, 346],
  capec: [475],
  asvs: ['4.1.5'],
  controls: ['message-signature', 'authentication'],
  dread: [6, 7, 6, 5, 5],
  dreadReasons: [
    'A false message is acted upon: an order counts as paid.',
    'Any number of messages can be forged.',
    'One request, once the address is known.',
    'Those whose orders, payments or accounts the messages speak of.',
    'The address must be guessed or seen.',
  ],
  impact: 'Anyone who knows the receiving address can send an invented event and have it believed.',
  falsePositive: 'The messages are signed, or fetched again from the sender, without the description saying so.',
  mend: 'Declare the signature header as a required parameter, or a security requirement on the webhook.',
  stubs: {
    reduce: 'Sign every message and check the signature and its age',
    transfer: 'Let a message broker authenticate both sides',
    avoid: 'Let receivers ask for the state instead',
    accept: 'A message only says that something should be read again',
  },
  when: [
    asks(
      (operation) => (operation.kind === 'operation' ? receives(operation) : operation.security.anonymous),
      'It takes or sends messages that nobody logs in for.',
      ({ kind, security }) =>
        kind === 'operation' && security.anonymous
          ? 'It takes no message from another service.'
          : 'A login stands before it.',
    ),
    asks(({ method }) => method !== 'GET', 'It carries a message.', 'A GET carries no message.'),
    asks(
      (operation) => !isSigned(operation),
      'No header or parameter of it is a signature.',
      'It carries a signature.',
    ),
  ],
  evidence(operation, api) {
    const { kind } = operation;
    return shown({
      message: `${factsOf(operation).label} carries no signature that proves who sent it`,
      at: operation.at,
      cause: kind === 'operation' ? '' : `${kind}s`,
      causeMessage: (touched) => `${touched} ${kind}s carry no signature that proves who sent them`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function isSigned({ parameters }: Operation): boolean {
  return parameters.some((one) => one.in !== 'path' && anyOf(words(one.name), SIGNATURE));
}

function receives(operation: Operation): boolean {
  const { lastWords, segments } = factsOf(operation);
  const last = segments.at(-1) ?? '';
  if (operation.method !== 'POST' || !operation.security.anonymous || !anyOf(lastWords.slice(-1), RECEIVERS))
    return false;
  const registers = operation.request?.properties.some(
    (one) => one.format === 'uri' || words(one.name).at(-1) === 'url',
  );
  return !last.includes('{') && registers !== true;
}
