import type { Node } from '../../openapi/node';
import type { ApiDescription, Operation, Requirement, SecurityScheme } from '../../openapi/types';
import { factsOf } from '../../rules/facts/operation-facts';
import { weaknessOf } from '../../rules/facts/schemes';
import { memo } from '../../text';
import { Fill, type Value } from '../../text/edit';
import { firstSegment } from './neighbours';
import { refusalLike } from './responses';
import { type FileChange, reachInWords, removeAt, type Site, type SpecFix, setAt } from './spec-fix';

type Alternatives = readonly (readonly Requirement[])[];

/** A login as those beside it ask for it. */
export const requireLogin: SpecFix = {
  writes:
    'It requires the login that operations beside it require: those of the same path, else those that begin with the same segment and read or write as it does, else all. Where the root requires a login it takes an empty `security` of the operation away. Where no operation logs in, it requires at the root the only scheme that the description declares, and says `security: []` on operations that stay open; where none is declared, it declares bearer tokens (2.0: a key in a header) as a proposal. Where all operations with a login refer to the same component for 401, it gets that response too. What is asked only of those who log in, such as whose objects they may reach, is told after it.',
  title: (site) => {
    const names = schemesAsked(site);
    return `Require ${names === '' ? 'a login' : names} on ${reachInWords(site)}`;
  },
  certain: (site) =>
    !isOpened(site.operation) && (neighbours(site)?.unanimous ?? onlyScheme(site.api.description) !== null),
  changes: (site) => {
    const { operation, api } = site;
    const beside = neighbours(site);
    if (beside !== null) {
      const login = onOperation(site, beside.alternatives);
      return login === null
        ? null
        : [login, ...refusalLike(site, '401', guardedIn(api.description).slice(0, MOST_ASKED))];
    }
    if (isOpened(operation) && api.description.security?.anonymous === false) return dropOwn(site);
    return atRoot(site);
  },
};

/** So many operations show a habit. */
const MOST_ASKED = 50;

/** The author wrote that everybody is let in. */
function isOpened({ security }: Operation): boolean {
  return security.source === 'operation';
}

function schemesAsked(site: Site): string {
  const beside = neighbours(site);
  const names = beside?.alternatives[0]?.map(({ scheme }) => scheme);
  return names?.join(' and ') ?? onlyScheme(site.api.description)?.name ?? '';
}

interface Neighbours {
  readonly alternatives: Alternatives;
  /** None of them asks for something else, and what they ask for is what the operation would. */
  readonly unanimous: boolean;
}

/** The operations of a description that somebody logs in for, in a way that is worth copying. */
const guardedIn = memo(({ operations }: ApiDescription) => operations.filter(isGuarded));

/** What the operations that are most like one ask for; null where none logs in. */
export function neighbours({ api, operation }: Site): Neighbours | null {
  const all = guardedIn(api.description);
  if (all.length === 0) return null;
  const { writes } = factsOf(operation);
  const segment = firstSegment(operation);
  const rings: readonly ((one: Operation) => boolean)[] = [
    (one) => one.path === operation.path && factsOf(one).writes === writes,
    (one) => firstSegment(one) === segment && factsOf(one).writes === writes,
    (one) => factsOf(one).writes === writes,
    ({ security }) => security.alternatives.flat().every(({ scopes }) => scopes.length === 0),
  ];
  for (const [index, ring] of rings.entries()) {
    const found = mostOf(all.filter(ring));
    if (found === null) continue;
    // Operations elsewhere in the API are no habit where there is another scheme.
    const isHabit = index < NEAR || api.description.schemes.size === 1;
    return { ...found, unanimous: found.unanimous && isHabit };
  }
  return null;
}

/** The rings of operations of the same path, or below the same segment. */
const NEAR = 2;

function mostOf(ring: readonly Operation[]): Neighbours | null {
  const counts = new Map<string, { alternatives: Alternatives; count: number }>();
  for (const { security } of ring) {
    const key = JSON.stringify(requirementsOf(security.alternatives));
    const known = counts.get(key) ?? { alternatives: security.alternatives, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most === undefined ? null : { alternatives: most.alternatives, unanimous: counts.size === 1 };
}

function isGuarded({ kind, security }: Operation): boolean {
  if (kind !== 'operation' || security.anonymous || security.optional) return false;
  return security.alternatives.flat().every((one) => one.definition !== null && weaknessOf(one) === null);
}

/** Requirements as they are written. */
export function requirementsOf(alternatives: Alternatives): Value {
  return alternatives.map((all) => Object.fromEntries(all.map(({ scheme, scopes }) => [scheme, scopes])));
}

function onOperation({ nodes, operation, api }: Site, alternatives: Alternatives): FileChange | null {
  const address = nodes.addressOfTarget(operation.at);
  if (address === null) return null;
  const { security } = api.description;
  const own = { ...address, path: [...address.path, 'security'] };
  const isRoots =
    JSON.stringify(requirementsOf(security?.alternatives ?? [])) === JSON.stringify(requirementsOf(alternatives));
  return isOpened(operation) && isRoots ? removeAt(own) : setAt(address, ['security'], requirementsOf(alternatives));
}

/** The operation's own list goes away, so that the root's holds. */
function dropOwn({ nodes, operation }: Site): FileChange[] | null {
  const address = nodes.addressOfTarget(operation.at);
  return address === null ? null : [removeAt({ ...address, path: [...address.path, 'security'] })];
}

/** The scheme to require where there is no choice: the only one declared that is not weak, and asks for no choice of scopes. */
function onlyScheme({ schemes }: ApiDescription): SecurityScheme | null {
  const strong = [...schemes.values()].filter(
    (scheme) => weaknessOf(alone(scheme)) === null && scheme.type !== 'unknown',
  );
  const [first, ...others] = strong.filter(({ flows }) => flows.every(({ scopes }) => scopes.length < 2));
  return others.length === 0 && strong.length < 2 ? (first ?? null) : null;
}

function alone(definition: SecurityScheme): Requirement {
  return { scheme: definition.name, scopes: [], definition };
}

/** At the root for all that the finding touches, where that is shorter; operations that stay open say so. */
function atRoot(site: Site): FileChange[] | null {
  const { api, nodes, operation, reach } = site;
  const before = known.get(reach);
  if (before !== undefined) return before;
  const login = loginOf(api.description);
  if (login === null) return null;
  if (isShorter(site)) return forAll(site, login);
  const address = nodes.addressOfTarget(operation.at);
  return address === null ? null : [...login.changes, setAt(address, ['security'], [{ [login.name]: [] }])];
}

interface Login {
  readonly name: string;
  /** What declares it. */
  readonly changes: readonly FileChange[];
}

function loginOf(description: ApiDescription): Login | null {
  const scheme = onlyScheme(description);
  if (scheme !== null) return { name: scheme.name, changes: [] };
  return description.schemes.size > 0 ? null : declaring(description);
}

function isShorter({ api, reach }: Site): boolean {
  const all = api.description.operations.filter((one) => one.kind === 'operation' && !isOpened(one));
  return all.length - reach.length < reach.length;
}

const known = new WeakMap<readonly Operation[], FileChange[] | null>();

/** The same for each of the operations, so it is made once for all of them. */
function forAll({ api: { description }, nodes, reach }: Site, { name, changes }: Login): FileChange[] | null {
  const touched = new Set(reach);
  const open = description.operations.filter((one) => one.kind === 'operation' && !touched.has(one) && !isOpened(one));
  const exceptions = open.map(({ at }) => nodes.addressOfTarget(at));
  const root = setAt({ uri: description.uri, path: [] }, ['security'], [{ [name]: [] }], 'servers');
  const made = exceptions.includes(null)
    ? null
    : [...changes, root, ...exceptions.flatMap((one) => (one === null ? [] : setAt(one, ['security'], [])))];
  known.set(reach, made);
  return made;
}

/** A scheme as a proposal: which one it is, nothing in the description says. */
function declaring({ uri, version }: ApiDescription): Login {
  const root = { uri, path: [] };
  if (version !== '2.0') {
    const value = { type: 'http', scheme: new Fill('bearer') };
    return { name: 'bearerAuth', changes: [setAt(root, ['components', 'securitySchemes', 'bearerAuth'], value)] };
  }
  const value = { type: 'apiKey', in: 'header', name: new Fill('Authorization') };
  return { name: 'bearerAuth', changes: [setAt(root, ['securityDefinitions', 'bearerAuth'], value)] };
}

/** The empty alternative goes. */
export const requireAlways: SpecFix = {
  writes: 'It takes the empty alternative `{}` out of the `security` that makes the login optional.',
  title: (site) => `Take the empty alternative out of the security of ${reachInWords(site)}`,
  changes: ({ nodes, operation }) => {
    const at = operation.security.at;
    const address = at === null ? null : nodes.addressOf(at);
    const items = address === null ? [] : (nodes.nodeAt(address)?.items() ?? []);
    const index = items.findIndex(isEmpty);
    if (address === null || index < 0 || items.filter(isEmpty).length > 1) return null;
    return [removeAt({ ...address, path: [...address.path, index] })];
  },
};

function isEmpty(node: Node): boolean {
  return node.kind === 'map' && node.entries().length === 0;
}
