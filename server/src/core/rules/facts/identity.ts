import type { Operation, Parameter } from '../../openapi/types';
import { perObject } from './per-object';
import { wordSet, words } from './words';

/** Headers by which a request names its caller, written together and without `x`. */
const CALLERS = wordSet(
  'user userid username useremail userrole userroles authuser authenticateduser authenticateduserid forwardeduser ' +
    'remoteuser currentuser currentuserid loggedinuser callerid customerid memberid accountid employeeid ' +
    'role roles isadmin admin tenant',
);

/** The first header or cookie that says who the caller is, with nothing to prove it; null where none does. */
export const identityOf: (operation: Operation) => Parameter | null = perObject(
  ({ parameters }) =>
    parameters.find((one) => (one.in === 'header' || one.in === 'cookie') && namesCaller(one.name)) ?? null,
);

function namesCaller(name: string): boolean {
  const list = words(name);
  return CALLERS.has((list[0] === 'x' ? list.slice(1) : list).join(''));
}
