import type { ApiDescription, Operation } from '../../openapi/types';
import { factsOf } from './operation-facts';
import { perObject } from './per-object';

/** What rules ask of the whole description, derived once per description. */
export interface ApiTraits {
  /** Some operation asks for a login. */
  readonly authenticates: boolean;
  /** Some operation reads an audit trail. */
  readonly auditTrail: boolean;
  /** Paths by their version-free form, with the highest version number seen. */
  readonly newest: ReadonlyMap<string, number>;
}

export const traitsOf: (description: ApiDescription) => ApiTraits = perObject((description) => {
  const newest = new Map<string, number>();
  let authenticates = false;
  let auditTrail = false;
  for (const operation of description.operations) {
    if (operation.kind !== 'operation') continue;
    authenticates ||= !operation.security.anonymous;
    auditTrail ||= factsOf(operation).pathWords.includes('audit');
    const version = versionOf(operation);
    if (version) newest.set(version.rest, Math.max(version.number, newest.get(version.rest) ?? 0));
  }
  return { authenticates, auditTrail, newest };
});

/** The first path segment like `v2` or `v1.1`, and the method and path without it. */
export const versionOf: (operation: Operation) => { number: number; rest: string } | null = perObject((operation) => {
  const segments = operation.path.split('/');
  const at = segments.findIndex((segment) => /^v\d{1,4}(\.\d{1,3})?$/i.test(segment));
  const segment = segments[at];
  if (segment === undefined) return null;
  const rest = segments.toSpliced(at, 1).map((one) => (one.startsWith('{') ? '{}' : one));
  return { number: Number.parseFloat(segment.slice(1)), rest: `${operation.method} ${rest.join('/')}` };
});
