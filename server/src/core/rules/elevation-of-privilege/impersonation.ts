import type { Operation, Parameter } from '../../openapi/types';
import { noRoleAsked } from '../conditions/access';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { bareHeader, wordSet } from '../facts/words';
import type { Rule } from '../types';

const ACTS = wordSet(
  'sudo impersonate impersonateuser impersonateuserid impersonated actas actasuser runas runasuser asuser onbehalfof onbehalfofuser assumeuser assumerole masquerade switchuser',
);

export const impersonation: Rule = {
  id: 'impersonation',
  title: 'A parameter makes the caller somebody else',
  stride: ['elevation-of-privilege', 'spoofing'],
  owasp: ['API5:2023', 'API5:2019'],
  cwe: [863],
  asvs: ['8.2.1', '8.3.3'],
  controls: ['role-check', 'audit-log'],
  dread: [8, 7, 7, 7, 5],
  dreadReasons: [
    'The caller acts with all rights of somebody else.',
    'It works every time for whoever may use it.',
    'One more parameter.',
    'Everyone who can be named.',
    'The parameter stands in the description.',
  ],
  impact: 'Somebody who may use the parameter by mistake acts as an administrator.',
  falsePositive: 'Only support staff hold tokens that the server lets use it.',
  mend: 'Ask for a scope of its own where the parameter is used.',
  stubs: {
    reduce: 'Let only a role of its own use it, and record both names',
    transfer: 'Let the identity provider issue delegated tokens',
    avoid: 'Remove the parameter',
    accept: 'Every caller is trusted to act for others',
  },
  when: [
    served,
    finds(
      impersonationOf,
      ({ name }) => `It takes ${name}, by which the caller acts as somebody else.`,
      'No parameter of it makes the caller somebody else.',
      ({ at }) => at,
    ),
    noRoleAsked,
  ],
  evidence(operation, api) {
    const parameter = impersonationOf(operation);
    if (parameter === undefined) return null;
    const { name, in: where, at } = parameter;
    return shown({
      message: `${factsOf(operation).label} lets its caller act as somebody else by ${name}, and no scope or role keeps others out`,
      at,
      part: `${where}.${name}`,
      cause: `${where}.${name}`,
      causeMessage: (touched) => `${count(touched)} let their caller act as somebody else by ${name}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function impersonationOf({ parameters }: Operation): Parameter | undefined {
  return parameters.find(({ name, in: where }) => where !== 'path' && ACTS.has(bareHeader(name)));
}
