import { knowsCaller } from '../conditions/access';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { chosenTenant } from '../facts/chosen-tenant';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const callerNamedTenant: Rule = {
  id: 'caller-named-tenant',
  title: 'The caller says whose data is meant',
  stride: ['elevation-of-privilege', 'information-disclosure', 'spoofing'],
  owasp: ['API1:2023', 'API1:2019'],
  cwe: [639],
  asvs: ['8.4.1'],
  controls: ['ownership-check'],
  dread: [8, 7, 7, 8, 6],
  dreadReasons: [
    'All data of another customer can be read or changed.',
    'Another value works every time.',
    'Any HTTP tool can change it.',
    'Every customer whose id can be found.',
    'The parameter stands in the description.',
  ],
  impact: 'A customer writes another customer’s id beside a valid login and works with that customer’s data.',
  falsePositive: 'The server compares the tenant with the one in the verified token on every request.',
  mend: 'Take the tenant from the verified token, and remove the parameter.',
  stubs: {
    reduce: 'Check that the caller belongs to the tenant that the request names',
    transfer: 'Let the gateway set the tenant from the token and strip what callers send',
    avoid: 'Take the tenant from the token',
    accept: 'Every caller may work for every tenant',
  },
  when: [
    served,
    finds(
      chosenTenant,
      ({ name }) => `It takes ${name}, by which the caller chooses among tenants.`,
      'The caller names no tenant, or only as an object, which has a rule of its own.',
      ({ at }) => at,
    ),
    knowsCaller,
  ],
  evidence(operation, api) {
    const tenant = chosenTenant(operation);
    if (tenant === null) return null;
    const { name, part, at } = tenant;
    return shown({
      message: `${factsOf(operation).label} lets the caller name the tenant (${name}) beside the login`,
      at,
      part,
      cause: part,
      causeMessage: (touched) => `${count(touched)} let the caller name the tenant (${name}) beside the login`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
