import type { Bounds, DataClass, Operation, Payload, Requirement } from '../openapi/types';
import { isShown } from '../rules';
import { memo } from '../text';
import { entryOf } from './entry';
import type { Entry } from './types';

/**
 * Controls whose sign in a description is worth a word when it goes. Those that say again what other fields say (the login, its
 * scopes, the servers) are left out.
 */
const SIGNS = [
  'rate-limiting',
  'upload-limit',
  'size-limit',
  'time-limit',
  'message-signature',
  'csrf-protection',
  'transaction-receipt',
];

/** What is recorded of an operation; its texts for people are not. */
export const recordOfOperation = memo(
  (operation: Operation): Entry =>
    entryOf({
      id: operation.operationId,
      security: alternativesOf(operation),
      takes: takesOf(operation).map(({ name }) => name),
      limits: takesOf(operation).flatMap(({ name, bounds }) => (isBounded(bounds) ? [name] : [])),
      collects: classesIn([operation.request, ...operation.parameters]),
      returns: classesIn(operation.responses.map(({ payload }) => payload)),
      shows: SIGNS.filter((control) => isShown(control, operation)),
      deprecated: operation.deprecated ? 'yes' : '',
      internal: operation.internal === undefined ? '' : 'yes',
    }),
);

/** `account orders` for a scheme and its scopes, several joined by ` + `; an empty one where nobody need log in. */
function alternativesOf({ security }: Operation): string[] {
  if (security.anonymous) return [];
  return security.alternatives.map((all) => all.map(requirementText).sort().join(' + '));
}

function requirementText({ scheme, scopes }: Requirement): string {
  return [scheme, ...[...scopes].sort()].map((word) => word.replaceAll(' ', '%20')).join(' ');
}

/** Parameters, and the fields of the body: all at the top, further down those that hold protected data. */
function takesOf({ parameters, request }: Operation): { readonly name: string; readonly bounds: Bounds }[] {
  const own = parameters
    .filter((one) => one.in !== 'body')
    .map((one) => ({ name: `${one.in}.${one.name}`, bounds: one.bounds }));
  const fields = (request?.properties ?? []).filter(({ path, dataClass }) => !path.includes('.') || dataClass !== null);
  return [...own, ...fields.map(({ path, bounds }) => ({ name: `body.${path}`, bounds }))];
}

function isBounded({ hasEnum, hasPattern, maximum, maxItems, maxLength }: Bounds): boolean {
  return hasEnum || hasPattern || [maximum, maxItems, maxLength].some((bound) => bound !== undefined);
}

type Holder = Payload | { readonly dataClass: DataClass | null } | null;

function classesIn(holders: readonly Holder[]): string[] {
  return holders.flatMap((holder) => {
    if (holder === null) return [];
    if ('dataClass' in holder) return holder.dataClass ?? [];
    return holder.properties.flatMap(({ dataClass }) => dataClass ?? []);
  });
}
