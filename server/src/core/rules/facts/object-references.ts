import type { Parameter, Shape } from '../../openapi/types';
import type { Place } from '../../text/types';
import { isGreedy } from './catch-all';
import { identityOf } from './identity';
import { objectNoun } from './nouns';
import { factsOf, rootSegments } from './operation-facts';
import { perShape } from './per-object';
import { tenantOf } from './tenants';
import { anyOf, singular, wordSet, words } from './words';

/** What names one object of many: a path, query, header or body value. */
export interface ObjectReference {
  readonly part: string;
  /** `checkout/sessions/{}`: the same for every operation on such an object, whatever its parameter is called. */
  readonly cause: string;
  /** The cause as this operation writes it: `checkout/sessions/{sessionId}`. */
  readonly written: string;
  /** What the path names around the object, as written: `harbours/{harbourId}`; empty where there is nothing. */
  readonly around: string;
  /** The path ends with it, so the operation is about the object itself. */
  readonly whole: boolean;
  /** The object in words: `order`, `account`. */
  readonly object: string;
  /** It names something that belongs to a person or an account. */
  readonly owned: boolean;
  /** It belongs to nobody: a product, a country. Then only changing it is a matter of rights. */
  readonly shared: boolean;
  /** It names a person or an account itself. */
  readonly person: boolean;
  readonly at: Place;
}

const NOT_OBJECTS = wordSet(
  'version format ext extension locale lang language currency country region year month day date page lat lon sha ref ' +
    'branch path hash type kind action status level period interval granularity archive basehead direction',
);
const SHARED = wordSet(
  'product menu category catalog catalogue country currency language timezone region license plan faq news brand emoji template ' +
    'meta size doc page article',
);
const PERSON = wordSet(
  'user customer account owner member patient employee client tenant profile username email person subscriber driver ' +
    'student buyer seller merchant guest holder phone mobile msisdn iban',
);
const OWNED = wordSet(
  'order invoice payment card wallet transaction transfer booking reservation message conversation document file report ' +
    'address cart basket vehicle ticket statement loan balance subscription receipt prescription record note photo picture video',
);

/** One word of those that name what belongs to somebody, or several that end with it: `order`, `repeat order`. */
export function isOwned(object: string): boolean {
  return OWNED.has(object.slice(object.lastIndexOf(' ') + 1));
}

const NAMES = wordSet('id uuid guid username email number no nr key handle phone mobile msisdn iban vin');
const LABELS = wordSet('slug title label alias');
const NOT_OWNERS = wordSet(
  'page request correlation trace session cursor after before since external idempotency next last',
);

export const objectReferenceOf: (operation: Shape) => ObjectReference | null = perShape((operation) => {
  if (operation.kind !== 'operation' || factsOf(operation).own) return null;
  return inPath(operation) ?? inParameters(operation) ?? inBody(operation);
});

/** The object that an operation as a whole is about; null where it is about a part of one, several or none. */
export function wholeReferenceOf(operation: Shape): ObjectReference | null {
  // Such a reference ends the path; asking where none does would read every path for nothing.
  if (factsOf(operation).segments.at(-1)?.includes('{') !== true) return null;
  const reference = objectReferenceOf(operation);
  return reference?.whole === true ? reference : null;
}

/** The innermost object, unless its name means something only inside the objects that stand before it. */
function inPath(operation: Shape): ObjectReference | null {
  let found = pathReference(operation, factsOf(operation).segments.length - 1);
  while (found !== null && !found.shared && namedWithin(found)) {
    const outer = pathReference(operation, found.from - 1);
    if (outer === null || outer.shared) break;
    found = { ...outer, owned: outer.owned || found.owned, person: outer.person || found.person };
  }
  return found;
}

/** The only object of the path is a name below one of these roots: `/user/following/{username}`. */
export function isNameUnder(roots: ReadonlySet<string>, operation: Shape): boolean {
  const [root = '', second = '{}'] = rootSegments(operation);
  if (!roots.has(root.toLowerCase()) || second.includes('{')) return false;
  const found = pathReference(operation, factsOf(operation).segments.length - 1);
  return found !== null && namedWithin(found) && pathReference(operation, found.from - 1) === null;
}

interface PathReference extends ObjectReference {
  /** The segment that names the collection. */
  readonly from: number;
  readonly name: string;
}

/** `replicas/{name}`, `teams/{team_slug}`; two parameters in a row are one name that is complete. */
function namedWithin({ name, cause }: PathReference): boolean {
  const last = words(name).at(-1) ?? '';
  return (last.endsWith('name') || LABELS.has(last)) && cause.indexOf('{') === cause.lastIndexOf('{');
}

/** The last reference to an object in the segments up to one. */
function pathReference(operation: Shape, last: number): PathReference | null {
  const { segments } = factsOf(operation);
  for (let at = last; at >= 0; at--) {
    const name = parameterIn(segments[at] ?? '');
    if (name === '' || isGreedy(segments[at] ?? '') || NOT_OBJECTS.has(words(name).at(-1) ?? '')) continue;
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    if (parameter && !namesObject(parameter)) continue;
    return referenceAt(segments, at, name, parameter?.at ?? operation.pathAt);
  }
  return null;
}

function referenceAt(segments: readonly string[], at: number, name: string, place: Place): PathReference {
  let from = at;
  while (from > 0 && segments[from]?.includes('{')) from--;
  const collection = segments[from] ?? '';
  const list = [...words(collection), ...words(name)].map(singular);
  const written = segments.slice(kindFrom(segments, from), at + 1);
  const cause = written
    .filter((segment, index) => index >= written.length - 1 - (at - from) || !isDouble(segment))
    .map(unnamed)
    .join('/');
  const shared = !anyOf(list, PERSON) && SHARED.has(singular(words(collection).at(-1) ?? ''));
  // What everyone shares is told by the collection: a dish of a `menu` is the menu.
  const object = objectNoun(collection, shared ? '' : name);
  const found = reference(list, `path.${name}`, cause, object, place);
  const around = aroundOf(segments, from);
  return { ...found, written: written.join('/'), around, whole: at === segments.length - 1, shared, from, name };
}

/** The object before a collection and its own collection; not what every caller has one of. */
function aroundOf(segments: readonly string[], from: number): string {
  let at = from - 1;
  while (at > 0 && !segments[at]?.includes('{')) at--;
  const collection = segments[at - 1] ?? '{';
  const tells = !collection.includes('{') && !NO_KIND.has(singular(words(collection)[0] ?? ''));
  return tells ? `${collection}/${segments[at]}` : '';
}

/** The cause of a reference to one of another kind than others with the same cause: `harbours/{}/boats/{}`. */
export function causeWithin({ around, cause }: ObjectReference): string {
  return around === '' ? cause : `${around.split('/').map(unnamed).join('/')}/${cause}`;
}

/** Where the words begin that tell one kind of object from another: `checkout/sessions`, without versions and the like. */
function kindFrom(segments: readonly string[], collection: number): number {
  let from = collection;
  while (from > 0 && tellsKind(segments[from - 1] ?? '')) from--;
  return from;
}

function tellsKind(segment: string): boolean {
  if (segment.includes('{') || /^v?\d/i.test(segment)) return false;
  return !NO_KIND.has(words(segment)[0] ?? '');
}

/** Prefixes of a whole API, and what every caller has one of. */
const NO_KIND = wordSet('api rest organization organisation org company tenant');
const DOUBLES = wordSet('test testing testhelpers testmode sandbox stub stubs stubbed mock mocks mocked');

/** `test_helpers`, `stubbed`: what stands below is a double of the real object, and is asked about with it. */
function isDouble(segment: string): boolean {
  return DOUBLES.has(words(segment).join(''));
}

/** `{orderId}.pdf` to `{}.pdf`. */
function unnamed(segment: string): string {
  const open = segment.indexOf('{');
  const close = segment.indexOf('}', open);
  return open < 0 || close < 0 ? segment : `${segment.slice(0, open + 1)}${segment.slice(close)}`;
}

function parameterIn(segment: string): string {
  const open = segment.indexOf('{');
  return open < 0 ? '' : segment.slice(open + 1, segment.indexOf('}', open));
}

function namesObject(parameter: Parameter): boolean {
  return !parameter.bounds.hasEnum && parameter.type !== 'boolean';
}

function reference(list: readonly string[], part: string, cause: string, object: string, at: Place): ObjectReference {
  const person = anyOf(list, PERSON);
  const owned = person || anyOf(list, OWNED);
  return { part, cause, written: cause, around: '', whole: false, object, owned, shared: false, person, at };
}

/** In a query or header what names a person, an account or something of theirs, or what the operation cannot do without. */
function inParameters(operation: Shape): ObjectReference | null {
  const identity = identityOf(operation);
  const tenant = tenantOf(operation);
  const found = operation.parameters.find(
    (one) =>
      one !== identity && (one.in === 'query' || (one.in === 'header' && one.name !== tenant?.name)) && selects(one),
  );
  return found === undefined ? null : valueReference(found.in, found.name, words(found.name), found.at);
}

function selects(parameter: Parameter): boolean {
  const list = words(parameter.name);
  if (!namesObject(parameter) || !NAMES.has(list.at(-1) ?? '') || anyOf(list, NOT_OWNERS)) return false;
  if (anyOf(list, PERSON)) return true;
  return parameter.in === 'query' && (parameter.required || anyOf(list, OWNED));
}

function valueReference(where: string, name: string, list: readonly string[], at: Place): ObjectReference {
  const object = list.filter((word) => word !== 'id' && word !== 'uuid').join(' ') || 'object';
  return reference(list, `${where}.${name}`, `${where}.${name}`, object, at);
}

/** In a body what names whom or whose the change or the question is for; the bare id of what is replaced. */
function inBody(operation: Shape): ObjectReference | null {
  const { writes } = factsOf(operation);
  if (!(writes || operation.method === 'QUERY') || operation.request === null) return null;
  for (const one of operation.request.properties) {
    if (one.readOnly || one.path.includes('.')) continue;
    const list = words(one.name);
    if (namesTarget(list) || (writes && operation.method !== 'POST' && one.name === 'id')) {
      return valueReference('body', one.path, list, one.at);
    }
  }
  return null;
}

const TARGETS = wordSet('id number no');

function namesTarget(list: readonly string[]): boolean {
  if (list[0] === 'client' || anyOf(list, NOT_OWNERS) || list.includes('phone') || list.includes('mobile'))
    return false;
  if (anyOf(list, FROM) && list.includes('account')) return true;
  return list.length > 1 && TARGETS.has(list.at(-1) ?? '') && (anyOf(list, PERSON) || anyOf(list, OWNED));
}

const FROM = wordSet('from source sender debit');
