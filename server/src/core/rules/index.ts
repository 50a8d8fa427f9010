import type { ApiDescription } from '../openapi/types';
import { compressedUpload } from './denial-of-service/compressed-upload';
import { costlyPattern } from './denial-of-service/costly-pattern';
import { missingRateLimit } from './denial-of-service/missing-rate-limit';
import { recursiveInput } from './denial-of-service/recursive-input';
import { unboundedBatch } from './denial-of-service/unbounded-batch';
import { unboundedList } from './denial-of-service/unbounded-list';
import { unboundedPageSize } from './denial-of-service/unbounded-page-size';
import { uploadWithoutLimit } from './denial-of-service/upload-without-limit';
import { brokenFunctionLevelAuthorization } from './elevation-of-privilege/broken-function-level-authorization';
import { brokenObjectLevelAuthorization } from './elevation-of-privilege/broken-object-level-authorization';
import { callerNamedTenant } from './elevation-of-privilege/caller-named-tenant';
import { impersonation } from './elevation-of-privilege/impersonation';
import { methodOverride } from './elevation-of-privilege/method-override';
import { unusedScopes } from './elevation-of-privilege/unused-scopes';
import { writeWithReadScope } from './elevation-of-privilege/write-with-read-scope';
import { traitsOf } from './facts/api-traits';
import { unusedSchemesOf } from './facts/unused-schemes';
import { bulkExport } from './information-disclosure/bulk-export';
import { callbackToCaller } from './information-disclosure/callback-to-caller';
import { cleartextTransport } from './information-disclosure/cleartext-transport';
import { debugOperation } from './information-disclosure/debug-operation';
import { excessiveDataExposure } from './information-disclosure/excessive-data-exposure';
import { internalServerListed } from './information-disclosure/internal-server-listed';
import { oldVersionServed } from './information-disclosure/old-version-served';
import { permissiveCors } from './information-disclosure/permissive-cors';
import { secretInExample } from './information-disclosure/secret-in-example';
import { secretSentOut } from './information-disclosure/secret-sent-out';
import { sensitiveDataInQuery } from './information-disclosure/sensitive-data-in-query';
import { serverSideRequestForgery } from './information-disclosure/server-side-request-forgery';
import { testServerListed } from './information-disclosure/test-server-listed';
import { undocumentedRoutes } from './information-disclosure/undocumented-routes';
import { unprotectedWayOn } from './information-disclosure/unprotected-way-on';
import { userEnumeration } from './information-disclosure/user-enumeration';
import { verboseErrors } from './information-disclosure/verbose-errors';
import { xmlExternalEntities } from './information-disclosure/xml-external-entities';
import { deniableTransaction } from './repudiation/deniable-transaction';
import { erasableAuditTrail } from './repudiation/erasable-audit-trail';
import { forgeableAuthor } from './repudiation/forgeable-author';
import { missingAudit } from './repudiation/missing-audit';
import { sharedCredential } from './repudiation/shared-credential';
import { callerNamedIdentity } from './spoofing/caller-named-identity';
import { eternalSession } from './spoofing/eternal-session';
import { loginWithoutLimit } from './spoofing/login-without-limit';
import { missingAuthentication } from './spoofing/missing-authentication';
import { openRedirect } from './spoofing/open-redirect';
import { optionalAuthentication } from './spoofing/optional-authentication';
import { undeclaredSecurityScheme } from './spoofing/undeclared-security-scheme';
import { unsignedMessage } from './spoofing/unsigned-message';
import { unverifiedCredentialChange } from './spoofing/unverified-credential-change';
import { weakAuthenticationScheme } from './spoofing/weak-authentication-scheme';
import { weakPassword } from './spoofing/weak-password';
import { businessFlowAbuse } from './tampering/business-flow-abuse';
import { crossSiteRequest } from './tampering/cross-site-request';
import { injection } from './tampering/injection';
import { massAssignment } from './tampering/mass-assignment';
import { negativeAmount } from './tampering/negative-amount';
import { stateChangeByGet } from './tampering/state-change-by-get';
import { unlistedProperties } from './tampering/unlisted-properties';
import { unrestrictedFileType } from './tampering/unrestricted-file-type';
import type { Rule } from './types';

export { evidenceOn, type Reason, reasonsFor } from './judge';
export { isShown, type ShownControl, shownControl } from './shown-controls';

/** Every rule, in the order of STRIDE; each has a page under docs/rules. */
export const RULES: readonly Rule[] = [
  callerNamedIdentity,
  eternalSession,
  loginWithoutLimit,
  missingAuthentication,
  openRedirect,
  optionalAuthentication,
  undeclaredSecurityScheme,
  unsignedMessage,
  unverifiedCredentialChange,
  weakAuthenticationScheme,
  weakPassword,
  businessFlowAbuse,
  crossSiteRequest,
  injection,
  massAssignment,
  negativeAmount,
  stateChangeByGet,
  unlistedProperties,
  unrestrictedFileType,
  deniableTransaction,
  erasableAuditTrail,
  forgeableAuthor,
  missingAudit,
  sharedCredential,
  bulkExport,
  callbackToCaller,
  cleartextTransport,
  debugOperation,
  excessiveDataExposure,
  internalServerListed,
  oldVersionServed,
  permissiveCors,
  secretInExample,
  secretSentOut,
  sensitiveDataInQuery,
  serverSideRequestForgery,
  testServerListed,
  undocumentedRoutes,
  unprotectedWayOn,
  userEnumeration,
  verboseErrors,
  xmlExternalEntities,
  compressedUpload,
  costlyPattern,
  missingRateLimit,
  recursiveInput,
  unboundedBatch,
  unboundedList,
  unboundedPageSize,
  uploadWithoutLimit,
  brokenFunctionLevelAuthorization,
  brokenObjectLevelAuthorization,
  callerNamedTenant,
  impersonation,
  methodOverride,
  unusedScopes,
  writeWithReadScope,
];

/** The rule with this id, or undefined. */
export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/**
 * What rules read of the other operations of a description, as a text to compare: while it, the servers, schemes and root
 * security stay the same, evidence found on an unchanged operation stays true.
 */
export function traitsKey(description: ApiDescription): string {
  const { unlisted } = description;
  return JSON.stringify([traitsOf(description).key, unusedSchemesOf(description), unlisted?.block.text]);
}
