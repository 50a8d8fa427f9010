import {
  boundAmount,
  boundAnswer,
  boundBatch,
  boundDepth,
  boundPageSize,
  lengthenPassword,
  narrowAddress,
  narrowRedirect,
  narrowText,
} from './bounds';
import { dropIdentity, dropOverride, dropTenant, moveToHeader, takeKey, takeSignature, takeToken } from './parameters';
import { declareLimit, declareSize } from './responses';
import { closeBody, dropInsides, hideOrClose, lockAuthor, lockPrivileges } from './schema-marks';
import { declareScheme, strengthenScheme } from './schemes';
import { askForAdministrator, askForScope, askToWrite } from './scopes';
import { requireAlways, requireLogin } from './security';
import {
  answerAlike,
  dropXml,
  nameFileTypes,
  nameOrigins,
  replaceSecret,
  secureOnward,
  tellLastDay,
  unlistInner,
  unlistTest,
} from './served';
import { secureServers } from './servers';
import type { SpecFix } from './spec-fix';

/** The fix in the description for each rule that has one. */
export const SPEC_FIXES: ReadonlyMap<string, SpecFix> = new Map([
  ['broken-function-level-authorization', askForAdministrator],
  ['bulk-export', askForAdministrator],
  ['business-flow-abuse', declareLimit],
  ['caller-named-identity', dropIdentity],
  ['caller-named-tenant', dropTenant],
  ['cleartext-transport', secureServers],
  ['cross-site-request', takeToken],
  ['deniable-transaction', takeKey],
  ['excessive-data-exposure', hideOrClose],
  ['forgeable-author', lockAuthor],
  ['impersonation', askForAdministrator],
  ['injection', narrowText],
  ['internal-server-listed', unlistInner],
  ['login-without-limit', declareLimit],
  ['mass-assignment', lockPrivileges],
  ['method-override', dropOverride],
  ['missing-authentication', requireLogin],
  ['missing-rate-limit', declareLimit],
  ['negative-amount', boundAmount],
  ['old-version-served', tellLastDay],
  ['open-redirect', narrowRedirect],
  ['optional-authentication', requireAlways],
  ['permissive-cors', nameOrigins],
  ['recursive-input', boundDepth],
  ['secret-in-example', replaceSecret],
  ['sensitive-data-in-query', moveToHeader],
  ['server-side-request-forgery', narrowAddress],
  ['test-server-listed', unlistTest],
  ['unbounded-batch', boundBatch],
  ['unbounded-list', boundAnswer],
  ['unbounded-page-size', boundPageSize],
  ['undeclared-security-scheme', declareScheme],
  ['unlisted-properties', closeBody],
  ['unprotected-way-on', secureOnward],
  ['unrestricted-file-type', nameFileTypes],
  ['unsigned-message', takeSignature],
  ['unused-scopes', askForScope],
  ['upload-without-limit', declareSize],
  ['user-enumeration', answerAlike],
  ['verbose-errors', dropInsides],
  ['weak-authentication-scheme', strengthenScheme],
  ['weak-password', lengthenPassword],
  ['write-with-read-scope', askToWrite],
  ['xml-external-entities', dropXml],
]);

/** Why the other rules have none. */
export const NO_SPEC_FIX: ReadonlyMap<string, string> = new Map([
  [
    'broken-object-level-authorization',
    'a description cannot show that the server compares the owner with the caller.',
  ],
  ['callback-to-caller', 'a registered address in place of one out of the request is another API.'],
  ['compressed-upload', 'no key of a description says how large an archive may be when it is unpacked.'],
  ['costly-pattern', 'which texts a pattern is meant to take, and how else to say that, is for people to tell.'],
  ['debug-operation', 'what is taken out of a description is still served.'],
  ['erasable-audit-trail', 'what is taken out of a description is still served.'],
  [
    'eternal-session',
    'how long a session has to last is for people to tell, and renewing it needs an operation of its own.',
  ],
  [
    'missing-audit',
    'a description cannot show what is recorded; an operation that reads the trail would have to be there.',
  ],
  ['secret-sent-out', 'a message without the property is another message: its receivers would have to ask for it.'],
  ['shared-credential', 'a scheme that tells people apart has to exist before operations can require it.'],
  ['state-change-by-get', 'another method is another operation: its callers, and often its body, change with it.'],
  ['undocumented-routes', 'which routes there are, only those who serve them know.'],
  ['unverified-credential-change', 'a proof of who asks is a new value in the request, and the server has to know it.'],
]);

/** What a quick fix writes into the description for a rule, or why there is none, in sentences. */
export function specFixInWords(rule: string): string {
  const fix = SPEC_FIXES.get(rule);
  if (fix === undefined) return `No quick fix changes the description: ${NO_SPEC_FIX.get(rule) ?? ''}`;
  const certain = 'Where the description leaves no doubt it is preferred, and `source.fixAll.stridewise` makes it.';
  return `Quick fix in the description: ${fix.writes}${fix.certain === undefined ? '' : ` ${certain}`}`;
}
