import type { Operation } from '../../openapi/types';
import { knowsCaller } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, shown } from '../facts/evidence';
import { movesMoney } from '../facts/flows';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet, words } from '../facts/words';
import type { Rule } from '../types';

const RECEIPT = wordSet(
  'id uuid receipt reference ref number confirmation transaction tracking url token secret object key',
);

export const deniableTransaction: Rule = {
  id: 'deniable-transaction',
  title: 'Neither side gets a receipt',
  stride: ['repudiation', 'tampering'],
  owasp: ['API10:2019'],
  cwe: [223],
  asvs: ['4.1.5', '16.2.1'],
  controls: ['transaction-receipt', 'audit-log'],
  dread: [5, 6, 5, 5, 4],
  dreadReasons: [
    'An order or a payment can be disputed, by either side.',
    'Every such call leaves no reference behind.',
    'To deny is all that it takes.',
    'Customers and those whom they pay.',
    'The answer lacks a reference, as anyone can read.',
  ],
  impact:
    'A customer denies an order, or claims one that was never made, and nothing ties the request to what happened.',
  falsePositive: 'The reference comes another way: in a header, an e-mail or a later message.',
  mend: 'Answer with the id of what was made, and take an idempotency key.',
  stubs: {
    reduce: 'Answer with a reference and keep it with the request',
    transfer: 'Let the payment provider keep the proof',
    avoid: 'Leave the transaction to a provider',
    accept: 'Disputes are settled in favour of the customer',
  },
  when: [
    served,
    asks(movesMoney, 'It moves money or makes a contract.', 'It neither moves money nor makes a contract.'),
    knowsCaller,
    asks(
      (operation) => !leavesReceipt(operation),
      'It neither returns a reference nor takes an idempotency key.',
      'It returns a reference, or takes an idempotency key.',
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const dread = adjust(this.dread, operation, api);
    return shown({ message: `${label} answers with no reference to what was agreed`, at: operation.at, dread });
  },
};

function leavesReceipt(operation: Operation): boolean {
  const { results } = factsOf(operation);
  const returned = results.flatMap((one) => one.properties).some((one) => anyOf(words(one.name), RECEIPT));
  const known = operation.parameters.some((one) => words(one.name).includes('idempotency'));
  return returned || known || operation.responses.some((one) => one.headers.some(isLocation));
}

function isLocation(header: string): boolean {
  return header.toLowerCase() === 'location';
}
