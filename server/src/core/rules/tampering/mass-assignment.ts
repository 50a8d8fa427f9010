import type { Operation } from '../../openapi/types';
import { changes, noAdministratorAsked, notAdministrative } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { entryOf } from '../facts/access';
import { adjust, count, shown, silent } from '../facts/evidence';
import { causeOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { privilegedInput, privilegesInWords, returnedPrivilege } from '../facts/privileged';
import type { ApiFacts, Evidence, Rule } from '../types';

export const massAssignment: Rule = {
  id: 'mass-assignment',
  title: 'The caller can set what only the server should decide',
  stride: ['tampering', 'elevation-of-privilege'],
  owasp: ['API3:2023', 'API6:2019'],
  cwe: [915],
  asvs: ['8.2.3', '15.3.3'],
  controls: ['property-allow-list', 'role-check'],
  dread: [7, 8, 7, 5, 6],
  dreadReasons: [
    'The caller raises their own rights, balance or state.',
    'One more field in a normal request.',
    'Any HTTP tool; the name of the field is known.',
    'The record, and everyone whom its new rights reach.',
    'The property stands in the schema.',
  ],
  impact:
    'A user makes themselves administrator, marks an account as verified or changes a balance with an ordinary request.',
  falsePositive: 'Only administrators may call the operation, or the server ignores the property.',
  mend: 'Give requests a schema of their own without the property, or mark it `readOnly`.',
  stubs: {
    reduce: 'Take only listed properties from a request',
    transfer: 'Let the gateway refuse properties that the schema does not list',
    avoid: 'Use a request schema without the property',
    accept: 'Only administrators may set it',
  },
  when: [
    served,
    changes,
    notAdministrative,
    noAdministratorAsked,
    asks(
      (operation) => privilegedInput(operation) !== null || hiddenPrivilege(operation) !== undefined,
      'A request may set a right, a state, a balance or a price.',
      'No property that it takes, or returns at a registration, is a right, a state, a balance or a price.',
    ),
  ],
  evidence(operation: Operation, api: ApiFacts): Evidence | null {
    const { label } = factsOf(operation);
    const input = privilegedInput(operation);
    if (input === null) return hidden(operation, api);
    return shown({
      message: `${label} lets the caller set ${privilegesInWords(operation)}`,
      at: input.at,
      part: input.part,
      cause: input.schema === null ? '' : causeOf(input),
      causeMessage: (touched) => `${count(touched)} let the caller set ${input.name} of ${input.schema}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function hidden(operation: Operation, api: ApiFacts): Evidence | null {
  const property = hiddenPrivilege(operation);
  if (property === undefined) return null;
  const message = `${factsOf(operation).label} answers with ${property.name}, and nothing says that a caller cannot set it`;
  const dread = adjust(massAssignment.dread, operation, api);
  return silent({ message, at: operation.request?.at ?? operation.at, part: `body.${property.name}`, dread });
}

/** What a registration answers with, although its request does not list it. */
function hiddenPrivilege(operation: Operation) {
  return entryOf(operation) === 'registration' ? returnedPrivilege(operation) : undefined;
}
