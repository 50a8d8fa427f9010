import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { unboundedAmountOf } from '../facts/amounts';
import { adjust, count, shown, silent } from '../facts/evidence';
import { causeOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const negativeAmount: Rule = {
  id: 'negative-amount',
  title: 'An amount may be less than nothing',
  stride: ['tampering'],
  owasp: ['API6:2023', 'API8:2019'],
  cwe: [1284],
  asvs: ['2.2.1'],
  controls: ['input-validation'],
  dread: [7, 7, 7, 4, 5],
  dreadReasons: [
    'Money or goods flow the wrong way.',
    'If it works once, it works again.',
    'One changed number in a normal request.',
    'The other side of the transaction.',
    'It takes one attempt.',
  ],
  impact: 'Somebody transfers a negative amount and is paid, or orders minus one and lowers the total.',
  falsePositive: 'The server refuses amounts below zero, or they are meant: a correction, a credit.',
  mend: 'Give the number a `minimum` of 0, or an `exclusiveMinimum`.',
  stubs: {
    reduce: 'Refuse amounts that are not above zero',
    transfer: 'Let the payment provider check amounts',
    avoid: 'Take the amount from the order, not from the caller',
    accept: 'Amounts below zero are corrections',
  },
  when: [
    served,
    finds(
      unboundedAmountOf,
      ({ input, negative }) => `It takes ${input.name}, ${negative ? 'which may be below zero' : 'with no minimum'}.`,
      'It takes no amount, or one that has a minimum.',
      ({ input }) => input.at,
    ),
  ],
  evidence(operation, api) {
    const amount = unboundedAmountOf(operation);
    if (amount === null) return null;
    const { input, negative } = amount;
    const how = negative ? 'which may be below zero' : 'and nothing refuses less than zero';
    return (negative ? shown : silent)({
      message: `${factsOf(operation).label} takes ${input.name}, ${how}`,
      at: input.at,
      part: input.part,
      cause: negative ? causeOf(input) : 'amounts',
      causeMessage: (touched) => `${count(touched)} take ${negative ? input.name : 'amounts'}, ${how}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
