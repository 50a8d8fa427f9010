import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { replacesMethod } from '../facts/method-override';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const methodOverride: Rule = {
  id: 'method-override',
  title: 'A parameter turns it into another method',
  stride: ['elevation-of-privilege', 'tampering'],
  owasp: ['API5:2023', 'API5:2019'],
  cwe: [863],
  asvs: ['4.1.4'],
  controls: ['role-check'],
  dread: [6, 7, 7, 6, 5],
  dreadReasons: [
    'What the gateway forbids by method is reached all the same.',
    'It works every time.',
    'One more header.',
    'Everyone whose data the other method changes.',
    'The parameter stands in the description.',
  ],
  impact: 'A gateway lets a POST pass, and the server takes it for a DELETE.',
  falsePositive: 'Every check happens after the override.',
  mend: 'Remove the parameter; offer the method itself.',
  stubs: {
    reduce: 'Check rights after the override, by the method that really runs',
    transfer: 'Let the gateway drop the parameter',
    avoid: 'Remove the parameter',
    accept: 'Nothing in front of the server decides by method',
  },
  when: [
    served,
    finds(
      ({ parameters }) => parameters.find(replacesMethod),
      ({ name }) => `It takes ${name}, which replaces the method.`,
      'No parameter of it replaces the method.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const parameter = operation.parameters.find(replacesMethod);
    if (parameter === undefined) return null;
    const { name, in: where, at } = parameter;
    return shown({
      message: `${factsOf(operation).label} becomes another method by ${name}`,
      at,
      part: `${where}.${name}`,
      cause: `${where}.${name}`,
      causeMessage: (touched) => `${count(touched)} become another method by ${name}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
