import type { ApiDescription } from '../openapi/types';
import { missingRateLimit } from './denial-of-service/missing-rate-limit';
import { unboundedList } from './denial-of-service/unbounded-list';
import { unboundedPageSize } from './denial-of-service/unbounded-page-size';
import { uploadWithoutLimit } from './denial-of-service/upload-without-limit';
import { brokenFunctionLevelAuthorization } from './elevation-of-privilege/broken-function-level-authorization';
import { brokenObjectLevelAuthorization } from './elevation-of-privilege/broken-object-level-authorization';
import { writeWithReadScope } from './elevation-of-privilege/write-with-read-scope';
import { traitsOf } from './facts/api-traits';
import { cleartextTransport } from './information-disclosure/cleartext-transport';
import { debugOperation } from './information-disclosure/debug-operation';
import { excessiveDataExposure } from './information-disclosure/excessive-data-exposure';
import { oldVersionServed } from './information-disclosure/old-version-served';
import { sensitiveDataInQuery } from './information-disclosure/sensitive-data-in-query';
import { serverSideRequestForgery } from './information-disclosure/server-side-request-forgery';
import { verboseErrors } from './information-disclosure/verbose-errors';
import { deniableTransaction } from './repudiation/deniable-transaction';
import { erasableAuditTrail } from './repudiation/erasable-audit-trail';
import { missingAudit } from './repudiation/missing-audit';
import { sharedCredential } from './repudiation/shared-credential';
import { loginWithoutLimit } from './spoofing/login-without-limit';
import { missingAuthentication } from './spoofing/missing-authentication';
import { optionalAuthentication } from './spoofing/optional-authentication';
import { unsignedMessage } from './spoofing/unsigned-message';
import { unverifiedCredentialChange } from './spoofing/unverified-credential-change';
import { weakAuthenticationScheme } from './spoofing/weak-authentication-scheme';
import { businessFlowAbuse } from './tampering/business-flow-abuse';
import { injection } from './tampering/injection';
import { massAssignment } from './tampering/mass-assignment';
import { stateChangeByGet } from './tampering/state-change-by-get';
import type { Rule } from './types';

export { evidenceOn, type Reason, reasonsFor } from './judge';

/** Every rule, in the order of STRIDE; each has a page under docs/rules. */
export const RULES: readonly Rule[] = [
  loginWithoutLimit,
  missingAuthentication,
  optionalAuthentication,
  unsignedMessage,
  unverifiedCredentialChange,
  weakAuthenticationScheme,
  businessFlowAbuse,
  injection,
  massAssignment,
  stateChangeByGet,
  deniableTransaction,
  erasableAuditTrail,
  missingAudit,
  sharedCredential,
  cleartextTransport,
  debugOperation,
  excessiveDataExposure,
  oldVersionServed,
  sensitiveDataInQuery,
  serverSideRequestForgery,
  verboseErrors,
  missingRateLimit,
  unboundedList,
  unboundedPageSize,
  uploadWithoutLimit,
  brokenFunctionLevelAuthorization,
  brokenObjectLevelAuthorization,
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
  return traitsOf(description).key;
}
