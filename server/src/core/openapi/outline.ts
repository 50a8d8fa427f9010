import { flatten } from './flatten';
import { envelopeOf } from './lists';
import { type SchemaFacts, schemaFacts } from './schema-facts';
import { Derivation, type Session } from './session';
import { MAX_REFERENCES, summary } from './summary';
import type { Property } from './types';

/** What a payload's schema comes to. */
export interface Outline {
  readonly properties: readonly Property[];
  /** A list: bounded (true), unbounded (false), or no list (null). */
  readonly list: boolean | null;
  readonly binary: boolean;
}

const EMPTY: Outline = { properties: [], list: null, binary: false };

/** The outline of a component, shared by all payloads that consist of it. */
class SharedOutline extends Derivation {
  outline: Outline = EMPTY;
  override stale = true;
}

const shared = new WeakMap<Session, WeakMap<object, Map<string, SharedOutline>>>();

/** The schema's outline; payloads that consist of the same reference share its properties. */
export function outlineOf(reader: Derivation, facts: SchemaFacts): Outline {
  const sole = soleReference(facts);
  if (sole === null) return read(reader, facts, MAX_REFERENCES, null);
  const { target, name } = reader.resolve(sole.uri, sole.ref);
  if (target === null) return facts.ref === null ? { ...EMPTY, list: listOf(reader, facts) } : EMPTY;
  const entry = sharedOf(reader.session, target.owner, `${target.id} ${name}`);
  if (entry.stale) {
    entry.stale = false;
    entry.outline = read(entry, schemaFacts(target), MAX_REFERENCES - 1, name);
  }
  reader.read(entry);
  return facts.ref === null ? { ...entry.outline, list: listOf(reader, facts) } : entry.outline;
}

function read(reader: Derivation, facts: SchemaFacts, left: number, schema: string | null): Outline {
  const properties = flatten(reader, facts, left, schema);
  const binary = summary(reader, facts).binary || properties.some(isBinary);
  return { properties, list: listOf(reader, facts), binary };
}

function isBinary({ format, type }: Property): boolean {
  return format === 'binary' || type === 'file';
}

function listOf(reader: Derivation, facts: SchemaFacts): boolean | null {
  const value = summary(reader, facts);
  const list = value.type === 'array' ? value : envelopeOf(reader, facts);
  return list === null ? null : list.bounds.maxItems !== undefined;
}

/** The one reference that a payload consists of, be it in an array, so that payloads with the same one share a list. */
function soleReference(facts: SchemaFacts): { uri: string; ref: string } | null {
  if (facts.properties.length + facts.parts.length > 0) return null;
  if (facts.ref !== null) return facts.elements.length === 0 ? { uri: facts.uri, ref: facts.ref } : null;
  const [only, ...others] = facts.elements;
  return only !== undefined && others.length === 0 ? soleReference(only) : null;
}

function sharedOf(session: Session, owner: object, id: string): SharedOutline {
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
    entry = new SharedOutline(session);
    entries.set(id, entry);
  }
  return entry;
}
