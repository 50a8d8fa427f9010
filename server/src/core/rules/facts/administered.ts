import type { Operation, Requirement, SecurityScheme } from '../../openapi/types';
import { memo } from '../../text/memo';
import { asksForAdministrator } from './access';
import { perObject } from './per-object';
import { words } from './words';

/** What a scope says beside what it is for: `things.read`, `things:manage`. */
const RIGHT = /^(.+[._:/-])(?:read|view|list|write|manage|admin|edit|create|update|delete|readonly)$/i;
const MANAGES = ['manage', 'admin'];

/**
 * A scope by which some alternative lets callers manage something, or read what others manage: `things.manage`, and
 * `things.read` where the scheme has `things.manage` too. Empty where there is none.
 */
export const administrativeScopeOf: (operation: Operation) => string = perObject((operation) => {
  const { alternatives } = operation.security;
  const found = alternatives.flatMap((all) => all.flatMap(managedIn));
  return found[0] ?? (asksForAdministrator(operation) ? (scopesOf(alternatives)[0] ?? '') : '');
});

function managedIn({ scopes, definition }: Requirement): readonly string[] {
  const declared = definition === null ? new Set<string>() : declaredBy(definition);
  return scopes.filter((scope) => {
    if (words(scope).at(-1) === 'manage') return true;
    const base = RIGHT.exec(scope)?.[1];
    return base !== undefined && MANAGES.some((word) => declared.has(base + word));
  });
}

const declaredBy: (scheme: SecurityScheme) => ReadonlySet<string> = memo(
  ({ flows }) => new Set(flows.flatMap(({ scopes }) => scopes)),
);

function scopesOf(alternatives: Operation['security']['alternatives']): readonly string[] {
  return alternatives.flatMap((all) => all.flatMap(({ scopes }) => scopes));
}
