import { changes, noAdministratorAsked, notAdministrative } from '../conditions/access';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, shown, silent } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { unlistedOf } from '../facts/unlisted';
import type { Rule } from '../types';

export const unlistedProperties: Rule = {
  id: 'unlisted-properties',
  title: 'It takes properties that nobody listed',
  stride: ['tampering', 'elevation-of-privilege'],
  owasp: ['API3:2023', 'API6:2019'],
  cwe: [915],
  asvs: ['15.3.3'],
  controls: ['property-allow-list'],
  dread: [6, 7, 6, 5, 6],
  dreadReasons: [
    'The caller sets a field that the server meant to decide.',
    'One more field in a normal request.',
    'Any HTTP tool; the answer tells the name of the field.',
    'The record, and everyone whom its new state reaches.',
    'The open schema and the answer stand in the description.',
  ],
  impact: 'A caller adds a field that the form does not have, such as a role or an owner, and it is stored.',
  falsePositive: 'The server copies listed properties only and drops the others.',
  mend: 'List the properties that a request may have, and set `additionalProperties: false`.',
  stubs: {
    reduce: 'Take only listed properties from a request',
    transfer: 'Let the gateway refuse properties that the schema does not list',
    avoid: 'Keep free fields in an object of their own, apart from the record',
    accept: 'What is not listed is dropped',
  },
  when: [
    served,
    changes,
    notAdministrative,
    noAdministratorAsked,
    finds(
      unlistedOf,
      ({ open, reached }) =>
        `Its body ${open === 'said' ? 'takes properties of any name' : 'lists no properties'}, and so ${reached}.`,
      'Its body lists what it takes, or nothing shows what else is stored.',
    ),
  ],
  evidence(operation, api) {
    const unlisted = unlistedOf(operation);
    if (unlisted === null) return null;
    const { open, reached } = unlisted;
    return (open === 'said' ? shown : silent)({
      message: `${factsOf(operation).label} takes properties that it does not list, and so ${reached}`,
      at: operation.request?.at ?? operation.at,
      dread: adjust(this.dread, operation, api),
    });
  },
};
