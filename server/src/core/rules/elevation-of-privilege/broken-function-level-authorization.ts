import type { Operation } from '../../openapi/types';
import { noRoleAsked } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adminSurfaceOf } from '../facts/access';
import { administrativeScopeOf } from '../facts/administered';
import { adjust, type Change, count, shown, silent } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { deletesPerson, powerOf } from '../facts/privileged-functions';
import type { ApiFacts, Evidence, Rule } from '../types';

export const brokenFunctionLevelAuthorization: Rule = {
  id: 'broken-function-level-authorization',
  title: 'Any user may do what only administrators should',
  stride: ['elevation-of-privilege', 'tampering', 'information-disclosure'],
  owasp: ['API5:2023', 'API5:2019'],
  cwe: [862, 863],
  asvs: ['8.2.1', '8.3.1'],
  controls: ['role-check'],
  dread: [8, 8, 7, 8, 6],
  dreadReasons: [
    'Administrators can change everything.',
    'One request with an ordinary login.',
    'Any HTTP tool, and an account of one’s own.',
    'Everyone whom administrators can reach.',
    'The path is in the published description.',
  ],
  impact: 'An ordinary user deletes accounts, changes rights or reads what is meant for administrators.',
  falsePositive: 'The server checks the caller’s role, which a description without scopes cannot show.',
  mend: 'Require a scope or a scheme that only administrators get.',
  stubs: {
    reduce: 'Check the role of the caller before anything else',
    transfer: 'Let the gateway admit administrators only',
    avoid: 'Move the operation to an internal API',
    accept: 'Every user of this API is an administrator',
  },
  when: [
    served,
    noRoleAsked,
    asks(
      (operation) => adminSurfaceOf(operation) !== '' || powerWithLogin(operation) !== '',
      (operation) =>
        adminSurfaceOf(operation) === ''
          ? `It ${powerWithLogin(operation)}.`
          : `It is for administrators (${adminSurfaceOf(operation)}).`,
      'It is no task for administrators that we know of.',
    ),
  ],
  evidence(operation: Operation, api: ApiFacts): Evidence {
    const { label } = factsOf(operation);
    const surface = adminSurfaceOf(operation);
    if (surface !== '') {
      const message = `${label} is for administrators, and no scope or role keeps others out`;
      const causeMessage = (touched: number) =>
        `${count(touched)} under ${surface} are for administrators, and no scope or role keeps others out`;
      const dread = adjust(this.dread, operation, api);
      return shown({ message, at: operation.pathAt, cause: surface, causeMessage, dread });
    }
    const power = powerWithLogin(operation);
    const scope = administrativeScopeOf(operation);
    if (scope !== '') {
      const message = `${label} ${power}, and nothing says that only administrators get the scope ${scope}`;
      return silent({ message, at: operation.at, dread: adjust(this.dread, operation, api, SCOPED) });
    }
    const message = `${label} ${power}, and no scope or role keeps others out`;
    return shown({ message, at: operation.at, dread: adjust(this.dread, operation, api) });
  },
};

const SCOPED: Change = { add: [0, -1, -3, 0, 0], reason: 'it takes a scope of those who manage' };

/** Where nobody logs in, only deleting an account is a question of roles; the rest is one of authentication. */
function powerWithLogin(operation: Operation): string {
  return operation.security.anonymous && !deletesPerson(operation) ? '' : powerOf(operation);
}
