import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { identityOf } from '../facts/identity';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const callerNamedIdentity: Rule = {
  id: 'caller-named-identity',
  title: 'The request says who its caller is',
  stride: ['spoofing', 'elevation-of-privilege'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [290],
  capec: [21, 22],
  asvs: ['4.1.3', '10.3.3'],
  controls: ['authentication'],
  dread: [8, 8, 8, 7, 6],
  dreadReasons: [
    'Whoever sets the header is that person.',
    'Another value works every time.',
    'Any HTTP tool can set a header.',
    'Everyone whose name can be guessed.',
    'The header stands in the description.',
  ],
  impact: 'A caller writes another person’s id into a header and acts in that person’s name.',
  falsePositive: 'A gateway strips the header from outside and sets it after the login.',
  mend: 'Take the identity from the verified token, and remove the parameter.',
  stubs: {
    reduce: 'Take the caller from the verified token and ignore the header',
    transfer: 'Let the gateway strip the header and set it itself',
    avoid: 'Remove the header from the operation',
    accept: 'A gateway sets the header and strips it from outside',
  },
  when: [
    served,
    finds(
      identityOf,
      ({ name }) => `It takes ${name}, by which a request says who its caller is.`,
      'No header or cookie of it says who the caller is.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const parameter = identityOf(operation);
    if (parameter === null) return null;
    const { name, in: where, at } = parameter;
    return shown({
      message: `${factsOf(operation).label} believes the ${where} ${name} about who calls`,
      at,
      part: `${where}.${name}`,
      cause: `${where}.${name}`,
      causeMessage: (touched) => `${count(touched)} believe the ${where} ${name} about who calls`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
