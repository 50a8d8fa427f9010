import { dataClassOf, isPerson } from './data-classes';
import { withDeclared } from './data-classes/declared';
import { fieldOf } from './field';
import { type PropertyFacts, type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation, Resolution } from './session';
import { summary } from './summary';
import type { Property } from './types';
import { resolveWritten } from './written-references';

/** Schemas of hundreds of fields teach a rule nothing more after this many. */
const MAX_PROPERTIES = 200;
/** Bounds the work where composition repeats itself without adding properties. */
const MAX_VISITS = 3000;

/** The names that one object already has, with the scopes of those that are objects themselves. */
type Scope = Map<string, Scope | null>;

/** One schema to take apart: where it hangs and how it was reached. There are many, so they are made in one step. */
class Visit {
  constructor(
    readonly facts: SchemaFacts,
    readonly prefix: string,
    readonly scope: Scope,
    readonly left: number,
    readonly schema: string | null,
    /** The fields are those of a person: `name` is personal there. */
    readonly ofPerson: boolean,
    readonly parent: Visit | null,
    /** All of a value, rather than a part of it: it may be any of its variants, while a part is of one that is known. */
    readonly whole: boolean,
    /** One of the variants of its parent. */
    readonly variant: boolean,
  ) {}
}

/** What is reachable from a schema. */
export interface Flat {
  readonly properties: readonly Property[];
  /** Path of the first property through which the schema holds itself with nothing to bound it, or null. */
  readonly recursion: string | null;
}

/** What is gathered on the way. */
class Found {
  readonly properties: Property[] = [];
  recursion: string | null = null;
}

/**
 * Every property reachable from the schema, nearest first; each dotted path once. `left` references are followed, and `schema` is
 * the name of the component that it is, or null.
 */
export function flatten(reader: Derivation, facts: SchemaFacts, left: number, schema: string | null): Flat {
  return collect(reader, start(facts, left, schema));
}

function start(facts: SchemaFacts, left: number, schema: string | null): Visit {
  const ofPerson = schema !== null && isPerson(schema);
  return new Visit(facts, '', new Map(), left, schema, ofPerson, null, true, false);
}

function collect(reader: Derivation, root: Visit): Flat {
  const found = new Found();
  const { properties } = found;
  const queue: Visit[] = [root];
  for (let at = 0; at < queue.length && at < MAX_VISITS && properties.length < MAX_PROPERTIES; at++) {
    const visit = queue[at] as Visit;
    for (const property of visit.facts.properties) {
      if (properties.length >= MAX_PROPERTIES) break;
      takeProperty(reader, properties, queue, visit, property);
    }
    pushInner(reader, found, queue, visit);
  }
  return found;
}

function takeProperty(
  reader: Derivation,
  found: Property[],
  queue: Visit[],
  visit: Visit,
  property: PropertyFacts,
): void {
  const { name, schema: facts } = property;
  const { scope, schema } = visit;
  const path = visit.prefix === '' ? name : `${visit.prefix}.${name}`;
  let inner = scope.get(name);
  if (inner === undefined) {
    // Where no reference is followed any more, what its own value is still tells what a name means.
    const value = summary(reader, facts, Math.max(1, visit.left));
    const { type, format } = value;
    const named = dataClassOf(name, { type, format, ofPerson: visit.ofPerson });
    const sample = type === 'string' || type === '' ? value.sample : null;
    const dataClass = withDeclared(named ?? sample, value.declared);
    found.push(fieldOf(property, value, path, dataClass, schema));
    scope.set(name, null);
  }
  if (!hasMore(facts)) return;
  if (inner === undefined || inner === null) {
    inner = new Map();
    scope.set(name, inner);
  }
  queue.push(new Visit(facts, path, inner, visit.left, schema, isPerson(name), visit, true, false));
}

function hasMore(facts: SchemaFacts): boolean {
  if (facts.ref !== null || facts.variants.length > 0) return true;
  return facts.properties.length + facts.parts.length + facts.elements.length > 0;
}

function pushInner(reader: Derivation, found: Found, queue: Visit[], visit: Visit): void {
  const { facts, prefix, scope, left, schema, ofPerson } = visit;
  for (const inner of facts.parts) {
    queue.push(new Visit(inner, prefix, scope, left, schema, ofPerson, visit, false, false));
  }
  for (const inner of facts.elements) {
    if (hasMore(inner)) queue.push(new Visit(inner, prefix, scope, left, schema, ofPerson, visit, true, false));
  }
  if (left === 0) return;
  if (facts.ref !== null) follow(found, queue, visit, reader.resolve(facts.uri, facts.ref), false);
  if (!visit.whole) return;
  for (const variant of facts.variants) {
    const resolution = resolveWritten(reader, reader.session.root, facts.uri, { ref: variant, role: 'mapping' });
    if (resolution !== null) follow(found, queue, visit, resolution, true);
  }
}

function follow(found: Found, queue: Visit[], visit: Visit, { target, name }: Resolution, variant: boolean): void {
  if (target === null) return;
  const { prefix, scope, left, ofPerson } = visit;
  const next = schemaFacts(target);
  const same = above(visit, next);
  if (same !== null) {
    if (!isBounded(visit, same) && !variant && !isVariantOf(visit, same)) found.recursion ??= prefix;
    return;
  }
  const person = ofPerson || isPerson(name);
  const whole = visit.whole && !variant;
  queue.push(new Visit(next, prefix, scope, left - 1, name, person, visit, whole, variant));
}

/** A variant that takes over what it varies does not hold itself. */
function isVariantOf(from: Visit, to: Visit): boolean {
  for (let at: Visit | null = from; at !== null && at !== to; at = at.parent) {
    if (at.variant && at.parent === to) return true;
  }
  return false;
}

/** The visit on the way here that took the same schema apart. */
function above(visit: Visit, facts: SchemaFacts): Visit | null {
  for (let at: Visit | null = visit; at !== null; at = at.parent) if (at.facts === facts) return at;
  return null;
}

/** Somewhere on the way back to itself the number of items is bounded. */
function isBounded(from: Visit, to: Visit): boolean {
  for (let at: Visit | null = from; at !== null && at !== to; at = at.parent) {
    if (at.facts.bounds.maxItems !== undefined) return true;
  }
  return false;
}
