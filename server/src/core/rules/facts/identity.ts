import type { Parameter, Shape } from '../../openapi/types';
import { perShape } from './per-object';
import { bareHeader, wordSet } from './words';

/** Headers by which a request names its caller, written together and without `x`. */
const CALLERS = wordSet(
  'user userid username useremail userrole userroles authuser authenticateduser authenticateduserid forwardeduser ' +
    'remoteuser currentuser currentuserid loggedinuser callerid customerid memberid accountid employeeid ' +
    'role roles isadmin admin',
);

/** The first header or cookie that says who the caller is, with nothing to prove it; null where none does. */
export const identityOf: (operation: Shape) => Parameter | null = perShape(
  ({ parameters }) =>
    parameters.find((one) => (one.in === 'header' || one.in === 'cookie') && CALLERS.has(bareHeader(one.name))) ?? null,
);
