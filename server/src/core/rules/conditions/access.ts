import {
  adminSurfaceOf,
  asksForAdministrator,
  asksForRole,
  entryOf,
  publicBecause,
  publicByDesign,
} from '../facts/access';
import { gatewayLogin } from '../facts/gateway';
import { factsOf } from '../facts/operation-facts';
import { asks } from './build';

/** Whoever calls it has logged in before: it is no login, registration or recovery. */
export const afterLogin = asks(
  (operation) => entryOf(operation) === 'none',
  'It is no login, registration or recovery.',
  (operation) => `It is a ${entryOf(operation)}: it comes before the caller is known.`,
);

/** Nothing says that it is meant for everyone. */
export const notPublicByDesign = asks(
  (operation) => !publicByDesign(operation),
  'It is not one of the operations that everyone may call.',
  publicBecause,
);

/** It belongs to no administrative surface. */
export const notAdministrative = asks(
  (operation) => adminSurfaceOf(operation) === '',
  'It is not for administrators.',
  (operation) => `It is for administrators (${adminSurfaceOf(operation)}): a question of roles.`,
);

/** No scope tells its callers apart. */
export const noRoleAsked = asks(
  (operation) => !asksForRole(operation),
  'No scope of it names a role.',
  'A scope of it names a role or a right to change.',
);

/** No scope is for administrators alone: who may write may not yet write everything. */
export const noAdministratorAsked = asks(
  (operation) => !asksForAdministrator(operation),
  'No scope of it is for administrators alone.',
  'A scope of it is for administrators alone.',
);

/** Some login is needed. */
export const knowsCaller = asks(
  ({ security }) => !security.anonymous,
  'It knows its caller.',
  'It knows no caller: that anyone can call it is another rule’s matter.',
);

/** It changes something. */
export const changes = asks((operation) => factsOf(operation).writes, 'It changes something.', 'It only reads.');

/** Neither a 429 nor a quota header stands among its responses, and no gateway limits it. */
export const notLimited = asks(
  (operation) => !factsOf(operation).limited,
  'Nothing says how often it may be called: no 429, no quota header, no limit of a gateway.',
  'A response or a setting of the gateway limits how often it may be called.',
);

/** No setting of a gateway asks its callers who they are. */
export const noGatewayLogin = asks(
  (operation, { description }) => gatewayLogin(operation, description) === undefined,
  'No setting of a gateway asks for a login.',
  'A setting of the gateway asks its callers to log in.',
);
