import { mergeBounds, UNBOUNDED } from './bounds';
import { dataClassOf, isPerson } from './data-classes';
import { type PropertyFacts, type SchemaFacts, schemaFacts } from './schema-facts';
import { Derivation, type Session } from './session';
import type { Bounds, Property } from './types';

/** References followed from a payload downwards. */
const MAX_REFERENCES = 3;
/** Schemas of hundreds of fields teach a rule nothing more after this many. */
const MAX_PROPERTIES = 200;
/** Bounds the work where composition repeats itself without adding properties. */
const MAX_VISITS = 3000;

/** The names that one object already has, with the scopes of those that are objects themselves. */
type Scope = Map<string, Scope | null>;

/** One schema to take apart: where it hangs and how it was reached. */
interface Visit {
  readonly facts: SchemaFacts;
  readonly prefix: string;
  readonly scope: Scope;
  readonly left: number;
  readonly schema: string | null;
  /** The fields are those of a person: `name` is personal there. */
  readonly ofPerson: boolean;
  readonly parent: Visit | null;
}

/** The properties of a schema that several payloads share. */
export class SharedProperties extends Derivation {
  properties: readonly Property[] = [];
  override stale = true;
}

const shared = new WeakMap<Session, WeakMap<object, Map<string, SharedProperties>>>();

/** Every property reachable from the schema, nearest first; each dotted path once. */
export function flatten(reader: Derivation, facts: SchemaFacts): readonly Property[] {
  const outer = soleReference(facts);
  if (outer === null) return collect(reader, start(facts, MAX_REFERENCES, null));
  const { target, name } = reader.resolve(outer.uri, outer.ref);
  if (target === null) return [];
  const entry = sharedOf(reader.session, target.owner, `${target.id} ${name}`);
  if (entry.stale) {
    entry.stale = false;
    entry.properties = collect(entry, start(schemaFacts(target), MAX_REFERENCES - 1, name));
  }
  reader.read(entry);
  return entry.properties;
}

function start(facts: SchemaFacts, left: number, schema: string | null): Visit {
  const ofPerson = schema !== null && isPerson(schema);
  return { facts, prefix: '', scope: new Map(), left, schema, ofPerson, parent: null };
}

/** The one reference that a payload consists of, be it in an array, so that payloads with the same one share a list. */
function soleReference(facts: SchemaFacts): { uri: string; ref: string } | null {
  if (facts.properties.length + facts.parts.length > 0) return null;
  if (facts.ref !== null) return facts.elements.length === 0 ? { uri: facts.uri, ref: facts.ref } : null;
  const [only, ...others] = facts.elements;
  return only !== undefined && others.length === 0 ? soleReference(only) : null;
}

function sharedOf(session: Session, owner: object, id: string): SharedProperties {
  let owners = shared.get(session);
  if (owners === undefined) {
    owners = new WeakMap();
    shared.set(session, owners);
  }
  let entries = owners.get(owner);
  if (entries === undefined) {
    entries = new Map();
    owners.set(owner, entries);
  }
  let entry = entries.get(id);
  if (entry === undefined) {
    entry = new SharedProperties(session);
    entries.set(id, entry);
  }
  return entry;
}

function collect(reader: Derivation, root: Visit): readonly Property[] {
  const found: Property[] = [];
  const queue: Visit[] = [root];
  for (let at = 0; at < queue.length && at < MAX_VISITS && found.length < MAX_PROPERTIES; at++) {
    const visit = queue[at] as Visit;
    for (const property of visit.facts.properties) {
      if (found.length >= MAX_PROPERTIES) break;
      takeProperty(reader, found, queue, visit, property);
    }
    pushInner(reader, queue, visit);
  }
  return found;
}

function takeProperty(
  reader: Derivation,
  found: Property[],
  queue: Visit[],
  visit: Visit,
  { name, at, schema: facts }: PropertyFacts,
): void {
  const { scope, schema } = visit;
  const path = visit.prefix === '' ? name : `${visit.prefix}.${name}`;
  let inner = scope.get(name);
  if (inner === undefined) {
    const { type, format, readOnly, writeOnly, bounds } = summary(reader, facts, visit.left);
    const dataClass = dataClassOf(name, { type, format, ofPerson: visit.ofPerson });
    found.push({ name, path, type, format, readOnly, writeOnly, bounds, dataClass, schema, at });
    scope.set(name, null);
  }
  if (!hasMore(facts)) return;
  if (inner === undefined || inner === null) {
    inner = new Map();
    scope.set(name, inner);
  }
  const ofPerson = isPerson(name);
  queue.push({ facts, prefix: path, scope: inner, left: visit.left, schema, ofPerson, parent: visit });
}

function hasMore(facts: SchemaFacts): boolean {
  return facts.ref !== null || facts.properties.length + facts.parts.length + facts.elements.length > 0;
}

function pushInner(reader: Derivation, queue: Visit[], visit: Visit): void {
  const { facts, prefix, scope, left, schema, ofPerson } = visit;
  for (const inner of facts.parts) queue.push({ facts: inner, prefix, scope, left, schema, ofPerson, parent: visit });
  for (const inner of facts.elements) {
    if (hasMore(inner)) queue.push({ facts: inner, prefix, scope, left, schema, ofPerson, parent: visit });
  }
  if (facts.ref === null || left === 0) return;
  const { target, name } = reader.resolve(facts.uri, facts.ref);
  if (target === null) return;
  const next = schemaFacts(target);
  for (let above: Visit | null = visit; above !== null; above = above.parent) if (above.facts === next) return;
  const person = ofPerson || isPerson(name);
  queue.push({ facts: next, prefix, scope, left: left - 1, schema: name, ofPerson: person, parent: visit });
}

export interface Summary {
  readonly type: string;
  readonly format: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly binary: boolean;
  readonly bounds: Bounds;
}

/** References and compositions opened to learn one value's own type. */
const MAX_STEPS = 4;
const MAX_PARTS = 16;

/** What a schema says of its own value, through references and composition. */
export function summary(reader: Derivation, facts: SchemaFacts, left = MAX_REFERENCES, steps = 0): Summary {
  if ((facts.ref === null && facts.parts.length === 0) || steps > MAX_STEPS) return facts;
  const inner: Summary[] = [];
  if (facts.ref !== null && left > 0) {
    const { target } = reader.resolve(facts.uri, facts.ref);
    if (target !== null) inner.push(summary(reader, schemaFacts(target), left - 1, steps + 1));
  }
  for (const part of facts.parts.slice(0, MAX_PARTS)) inner.push(summary(reader, part, left, steps + 1));
  return merge(facts, inner);
}

function merge(own: SchemaFacts, inner: readonly Summary[]): Summary {
  let bounds = own.bounds;
  let { type, format, readOnly, writeOnly, binary } = own;
  for (const one of inner) {
    type = type === '' || type === 'null' ? one.type : type;
    format = format === '' ? one.format : format;
    readOnly ||= one.readOnly;
    writeOnly ||= one.writeOnly;
    binary ||= one.binary;
    bounds = one.bounds === UNBOUNDED ? bounds : mergeBounds(bounds, one.bounds);
  }
  return { type, format, readOnly, writeOnly, binary, bounds };
}
