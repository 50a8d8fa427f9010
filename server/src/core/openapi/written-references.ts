import type { WrittenReference } from './scan';
import type { Derivation, Resolution, Session } from './session';

type Resolver = Pick<Session | Derivation, 'resolve'>;

/** Whether a text that may be a name or an address is an address: names of components have none of these signs. */
export function isAddress(text: string): boolean {
  return /[/#:]|\.(?:ya?ml|json)$/i.test(text);
}

/** The address that a written reference may mean; null for a name. */
export function addressOf({ ref, role }: WrittenReference): string | null {
  return role === 'reference' || isAddress(ref) ? ref : null;
}

/**
 * What a written reference leads to; `from` as `baseOf` gives it. A mapping or a requirement may name a component of the description,
 * and does where there is one of that name; null for a requirement that is a name, since which of these are declared is not a matter
 * of references.
 */
export function resolveWritten(
  resolver: Resolver,
  root: string,
  from: string,
  written: Pick<WrittenReference, 'ref' | 'role'>,
): Resolution | null {
  const { ref, role } = written;
  if (role === 'reference') return resolver.resolve(from, ref);
  const sections = role === 'mapping' ? ['components/schemas'] : ['components/securitySchemes', 'securityDefinitions'];
  let named: Resolution | null = null;
  for (const section of /[/#:]/.test(ref) ? [] : sections) {
    named = resolver.resolve(root, `#/${section}/${encodeURIComponent(ref)}`);
    if (named.status === 'found') return named;
  }
  if (isAddress(ref)) return resolver.resolve(from, ref);
  return role === 'mapping' ? named : null;
}
