import type { ApiDescription, Operation, Requirement } from '../../openapi/types';
import { asksForAdministrator } from '../../rules/facts/access';
import { factsOf } from '../../rules/facts/operation-facts';
import { asksToReadAlone, mayChange, objectOfScope, onlyReads, onlyWrites } from '../../rules/facts/scope-words';
import { singular, words } from '../../rules/facts/words';
import { memo } from '../../text';
import { firstSegment } from './neighbours';
import { refusalLike } from './responses';
import { type FileChange, reachInWords, type Site, type SpecFix, setAt } from './spec-fix';

/** Scopes that a scheme declares. */
function declared({ definition }: Requirement): readonly string[] {
  return [...new Set((definition?.flows ?? []).flatMap(({ scopes }) => scopes))];
}

/** The first operations that ask for scopes: so many show a habit. */
const scopedIn = memo(({ operations }: ApiDescription) =>
  operations
    .filter(
      ({ kind, security }) =>
        kind === 'operation' && security.alternatives.flat().some(({ scopes }) => scopes.length > 0),
    )
    .slice(0, MOST_ASKED),
);
const MOST_ASKED = 50;

/** The alternatives that are meant with other scopes; null where one of them shows none. */
function withScopes(
  site: Site,
  choose: (requirement: Requirement) => string | null,
  isMeant: (all: readonly Requirement[]) => boolean = () => true,
): FileChange[] | null {
  const { nodes, operation } = site;
  const address = nodes.addressOfTarget(operation.at);
  const { alternatives } = operation.security;
  let isNarrowed = true;
  const value = alternatives.map((all) => {
    if (!isMeant(all)) return Object.fromEntries(all.map(({ scheme, scopes }) => [scheme, scopes]));
    const entries = all.map((one): [string, readonly string[]] => {
      const scope = declared(one).length === 0 ? null : choose(one);
      return [one.scheme, scope === null ? one.scopes : [...new Set([...kept(one, site), scope])]];
    });
    isNarrowed &&= all.some((one) => declared(one).length > 0 && choose(one) !== null);
    return Object.fromEntries(entries);
  });
  if (address === null || alternatives.length === 0 || !isNarrowed) return null;
  return [...changed(site, address, value), ...refusalLike(site, '403', scopedIn(site.api.description))];
}

function kept({ scopes }: Requirement, { finding }: Site): readonly string[] {
  return finding.rule === 'write-with-read-scope' ? scopes.filter((scope) => !onlyReads(scope)) : scopes;
}

function changed(
  { nodes, operation }: Site,
  address: { readonly uri: string; readonly path: readonly (string | number)[] },
  value: readonly Readonly<Record<string, readonly string[]>>[],
): FileChange[] {
  const own = nodes.nodeAt({ ...address, path: [...address.path, 'security'] });
  if (own === null || operation.security.source !== 'operation') return [setAt(address, ['security'], value)];
  // Scope by scope, so that a list in lines stays one.
  return value.flatMap((all, at) =>
    Object.entries(all).flatMap(([scheme, scopes]) =>
      scopeChanges(
        own
          .items()
          [at]?.get(scheme)
          ?.items()
          .map((one) => one.text() ?? '') ?? [],
        scopes,
        { ...address, path: [...address.path, 'security', at, scheme] },
      ),
    ),
  );
}

function scopeChanges(
  before: readonly string[],
  after: readonly string[],
  list: { uri: string; path: readonly (string | number)[] },
): FileChange[] {
  const added = after.filter((scope) => !before.includes(scope));
  const gone = before.flatMap((scope, at) => (after.includes(scope) ? [] : [at]));
  return added.map((scope, index): FileChange => {
    const at = gone[index];
    return at === undefined
      ? { uri: list.uri, change: { kind: 'append', path: list.path, value: scope } }
      : setAt(list, [at], scope);
  });
}

/** `orders:write` beside `orders:read`: the only scope that differs in that word alone. */
function writingLike({ scopes, ...requirement }: Requirement): string | null {
  const objects = new Set(scopes.map(objectOfScope));
  const like = declared({ scopes, ...requirement }).filter(
    (scope) => mayChange(scope) && objects.has(objectOfScope(scope)),
  );
  return like.length === 1 ? (like[0] ?? null) : null;
}

export const askToWrite: SpecFix = {
  writes:
    'Where the scheme declares exactly one scope that differs from the reading one in that word alone (`orders:write` beside `orders:read`), it asks for that one instead, on the operation. Where all operations with scopes refer to the same component for 403, it gets that response too.',
  title: (site) => `Ask for ${scopeIn(site, writingLike)} on ${reachInWords(site)}`,
  certain: (site) => onlyWrites(scopeIn(site, writingLike)),
  changes: (site) => withScopes(site, writingLike, asksToReadAlone),
};

function scopeIn({ operation }: Site, choose: (requirement: Requirement) => string | null): string {
  return operation.security.alternatives.flat().flatMap((one) => choose(one) ?? [])[0] ?? 'a scope';
}

/** What the other changes of the same things ask for, else the only scope by the path's name that changes something. */
export const askForScope: SpecFix = {
  writes:
    'It asks for the scope that the other changes below the same segment of the path ask for, where they agree; else for the only declared scope that names this segment and a change (`orders:write` for `/orders`). Where neither shows one it offers nothing.',
  title: (site) => `Ask for ${scopeIn(site, (one) => scopeOfPath(site, one))} on ${reachInWords(site)}`,
  certain: () => true,
  changes: (site) => withScopes(site, (one) => scopeOfPath(site, one)),
};

function scopeOfPath({ api, operation }: Site, requirement: Requirement): string | null {
  const { scheme } = requirement;
  const segment = firstSegment(operation);
  const beside = api.description.operations.filter(
    (one) => one.kind === 'operation' && factsOf(one).writes && firstSegment(one) === segment && one !== operation,
  );
  const asked = new Set(beside.flatMap((one) => scopesOf(one, scheme)));
  const [only, ...others] = asked;
  if (only !== undefined) return others.length === 0 ? only : null;
  const noun = singular(segment.toLowerCase());
  const named = declared(requirement).filter((scope) => words(scope).map(singular).includes(noun) && mayChange(scope));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function scopesOf({ security }: Operation, scheme: string): readonly string[] {
  return security.alternatives.flat().flatMap((one) => (one.scheme === scheme ? one.scopes : []));
}

/** A scope that names a role, where the scheme declares exactly one. */
export const askForAdministrator: SpecFix = {
  writes:
    'Where every alternative has a scheme that declares exactly one scope for administrators (`admin`, `staff`, `operator`), it asks for that one too, on the operation. Where the description declares none, or several, it offers nothing.',
  title: (site) => `Ask for ${scopeIn(site, (one) => onlyRole(site, one))} on ${reachInWords(site)}`,
  certain: (site) => site.evidence?.certainty === 'shown',
  changes: (site) => withScopes(site, (one) => onlyRole(site, one)),
};

function onlyRole({ operation }: Site, requirement: Requirement): string | null {
  const roles = declared(requirement).filter((scope) => {
    const security = { ...operation.security, alternatives: [[{ ...requirement, scopes: [scope] }]] };
    return asksForAdministrator({ ...operation, security });
  });
  return roles.length === 1 ? (roles[0] ?? null) : null;
}
