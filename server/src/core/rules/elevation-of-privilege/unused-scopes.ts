import type { Operation, Requirement } from '../../openapi/types';
import { changes } from '../conditions/access';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const unusedScopes: Rule = {
  id: 'unused-scopes',
  title: 'Any token may do it: it asks for no scope',
  stride: ['elevation-of-privilege', 'tampering'],
  owasp: ['API5:2023', 'API5:2019'],
  cwe: [862],
  asvs: ['10.3.2', '10.4.11'],
  controls: ['scope-check'],
  dread: [6, 8, 7, 6, 6],
  dreadReasons: [
    'A token made for reading changes things.',
    'It works every time.',
    'A token of one’s own.',
    'Everyone whose data the operation changes.',
    'The scopes stand in the description, and are not asked for.',
  ],
  impact: 'A stolen or over-trusted token that was meant for reading can write and delete.',
  falsePositive: 'The server decides by roles inside the token.',
  mend: 'Name the scope in the security requirement: `account: [orders:write]`.',
  stubs: {
    reduce: 'Ask for the scope that fits the change',
    transfer: 'Let the authorization server narrow tokens by audience',
    avoid: 'Split the change into an API of its own',
    accept: 'Every token may do everything here',
  },
  when: [
    served,
    changes,
    finds(
      unscopedOf,
      ({ scheme }) => `${scheme} declares scopes, and it asks for none of them.`,
      'It asks for a scope, or its scheme declares none to tell reading from changing.',
    ),
  ],
  evidence(operation, api) {
    const requirement = unscopedOf(operation);
    if (requirement === undefined) return null;
    const { scheme } = requirement;
    return shown({
      message: `${factsOf(operation).label} changes something and asks for none of the scopes of ${scheme}`,
      at: operation.security.at ?? operation.at,
      cause: `scheme ${scheme}`,
      causeMessage: (touched) => `${count(touched)} that change something ask for none of the scopes of ${scheme}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** The requirement of an alternative that asks for no scope, although its scheme declares several. */
function unscopedOf({ security }: Operation): Requirement | undefined {
  for (const all of security.alternatives) {
    if (all.some(({ scopes }) => scopes.length > 0)) continue;
    const found = all.find(({ definition }) => definition?.flows.some(({ scopes }) => scopes.length > 1) === true);
    if (found !== undefined) return found;
  }
  return undefined;
}
