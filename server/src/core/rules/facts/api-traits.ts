import type { ApiDescription, Shape } from '../../openapi/types';
import { Kinds, kindOf } from './kinds';
import { singularNoun } from './nouns';
import { factsOf, rootSegments } from './operation-facts';
import { perObject, perShape } from './per-object';
import { publicKindOf } from './public-views';

/** What rules ask of the whole description, derived once per description. */
export interface ApiTraits {
  /** Some operation asks for a login. */
  readonly authenticates: boolean;
  /** Most operations tell a limit: where one does not, the gap shows. */
  readonly tellsLimits: boolean;
  /** Some operation reads an audit trail. */
  readonly auditTrail: boolean;
  /** `user` where `/users/{id}` is one of many and `/user/emails` is the caller. */
  readonly ownRoots: ReadonlySet<string>;
  /** Causes of references whose objects are of another kind than others of the same name (see `Kinds`). */
  readonly kindsApart: ReadonlySet<string>;
  /** Causes of references to people of whom there is a view for everyone. */
  readonly publicKinds: ReadonlySet<string>;
  /** Highest version number by path without its version, where there are several. */
  readonly newest: ReadonlyMap<string, number>;
  /** Equal for descriptions of which rules see the same traits. */
  readonly key: string;
}

/** From this many operations on, a habit can be told. */
const FEW = 3;

export const traitsOf: (description: ApiDescription) => ApiTraits = perObject(
  ({ operations, gateway, crossOrigin }) => {
    const login = gateway?.login !== undefined;
    const newest = new Newest();
    const kinds = new Kinds();
    const publicKinds = new Set<string>();
    const roots = { one: new Set<string>(), many: new Set<string>() };
    let [authenticates, auditTrail, limits, served] = [login, false, 0, 0];
    // After every edit this goes over all operations.
    for (const operation of operations) {
      if (operation.kind !== 'operation') continue;
      const { audit, limited, version, root, kind, publicKind } = shareOf(operation);
      served++;
      authenticates ||= !operation.security.anonymous;
      auditTrail ||= audit;
      if (limited) limits++;
      if (version !== null) newest.add(version);
      if (root !== null) roots[root.kind].add(root.word);
      kinds.add(kind);
      addKnown(publicKinds, publicKind);
    }
    const tellsLimits = limits >= FEW && limits * 2 > served;
    const ownRoots = new Set([...roots.one].filter((word) => roots.many.has(word)).sort());
    const kindsApart = kinds.apart;
    return {
      authenticates,
      ownRoots,
      kindsApart,
      publicKinds,
      tellsLimits,
      auditTrail,
      newest: newest.found,
      key: JSON.stringify([
        login,
        crossOrigin?.at.block.text,
        authenticates,
        tellsLimits,
        auditTrail,
        [...ownRoots],
        [...kindsApart].sort(),
        [...publicKinds].sort(),
        ...newest.found,
      ]),
    };
  },
);

function addKnown(set: Set<string>, value: string | null): void {
  if (value !== null) set.add(value);
}

/** What one operation adds to the traits of its API. */
const shareOf = perShape((operation) => {
  const { pathWords, limited } = factsOf(operation);
  const [kind, publicKind] = [kindOf(operation), publicKindOf(operation)];
  const audit = pathWords.includes('audit');
  return { audit, limited, version: versionOf(operation), root: rootOf(operation), kind, publicKind };
});

/** `/users/{id}` names one of many users, `/user/emails` may speak of the caller. */
function rootOf(operation: Shape): { kind: 'one' | 'many'; word: string } | null {
  const [first = '', second] = rootSegments(operation);
  if (second === undefined || first.includes('{')) return null;
  const word = singularNoun(first.toLowerCase());
  const plural = word !== first.toLowerCase();
  if (plural === second.includes('{')) return { kind: plural ? 'many' : 'one', word };
  return null;
}

class Newest {
  readonly #first = new Map<string, number>();
  readonly found = new Map<string, number>();

  add({ number, rest }: { readonly number: number; readonly rest: string }): void {
    const other = this.#first.get(rest);
    if (other === undefined) this.#first.set(rest, number);
    else if (other !== number) this.found.set(rest, Math.max(number, this.found.get(rest) ?? other));
  }
}

/** The first path segment like `v2` or `v1.1`, and the method and path without it. */
export const versionOf: (operation: Shape) => { number: number; rest: string } | null = perShape((operation) => {
  const segments = operation.path.split('/');
  const at = segments.findIndex((segment) => /^v\d{1,4}(\.\d{1,3})?$/i.test(segment));
  const segment = segments[at];
  if (segment === undefined) return null;
  const rest = segments.toSpliced(at, 1).map((one) => (one.startsWith('{') ? '{}' : one));
  return { number: Number.parseFloat(segment.slice(1)), rest: `${operation.method} ${rest.join('/')}` };
});
