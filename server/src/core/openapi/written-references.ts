import type { WrittenReference } from './scan';
import type { Resolution, Session } from './session';

/** Whether a text that may be a name or an address is an address: names of components have none of these signs. */
export function isAddress(text: string): boolean {
  return /[/#:]|\.(?:ya?ml|json)$/i.test(text);
}

/** The address that a written reference may mean; null for a name. */
export function addressOf({ ref, role }: WrittenReference): string | null {
  return role === 'reference' || isAddress(ref) ? ref : null;
}

/**
 * What a written reference in a file leads to. A mapping or a requirement may name a component of the description, and does where
 * there is one of that name; null for a requirement that is a name, since which of these are declared is not a matter of references.
 */
export function resolveWritten(
  session: Session,
  root: string,
  uri: string,
  written: WrittenReference,
): Resolution | null {
  const { ref, role } = written;
  if (role === 'reference') return session.resolve(uri, ref);
  const section = role === 'mapping' ? 'schemas' : 'securitySchemes';
  const named = /[/#:]/.test(ref) ? null : session.resolve(root, `#/components/${section}/${encodeURIComponent(ref)}`);
  if (named?.status === 'found') return named;
  if (isAddress(ref)) return session.resolve(uri, ref);
  return role === 'mapping' ? named : null;
}
