import type { ApiDescription, Security } from '../../openapi/types';
import { perObject } from './per-object';

/** Names of the declared schemes that no operation asks for, in the order in which they are declared. */
export const unusedSchemesOf: (description: ApiDescription) => readonly string[] = perObject(
  ({ operations, schemes }) => {
    const asked = new Set<string>();
    // Most operations share the root's requirements.
    const seen = new Set<Security>();
    for (const { security } of operations) {
      if (seen.has(security)) continue;
      seen.add(security);
      for (const all of security.alternatives) for (const { scheme } of all) asked.add(scheme);
    }
    return [...schemes.keys()].filter((name) => !asked.has(name));
  },
);

/** `account is declared and asked for by no operation`; empty where each scheme is in use. */
export function unusedInWords(description: ApiDescription): string {
  const [first, ...others] = unusedSchemesOf(description);
  if (first === undefined) return '';
  if (others.length === 0) return `the scheme ${first} is declared and no operation asks for it`;
  const names = [first, ...others.slice(0, 2)].join(', ');
  const more = others.length > 2 ? ' and more' : '';
  return `the schemes ${names}${more} are declared and no operation asks for them`;
}
