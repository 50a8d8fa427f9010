import { flatten } from './flatten';
import { envelopeOf } from './lists';
import { type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import { SharedValues } from './shared-values';
import { MAX_REFERENCES, type Summary, summary } from './summary';
import type { Payload, Property } from './types';

/** What a payload's schema comes to. */
export interface Outline {
  readonly properties: readonly Property[];
  /** A list: bounded (true), unbounded (false), or no list (null). */
  readonly list: boolean | null;
  readonly binary: boolean;
  readonly open: Payload['open'] | null;
  readonly recursion: string | null;
}

const EMPTY: Outline = { properties: [], list: null, binary: false, open: null, recursion: null };

/** The outlines of components are shared by all payloads that consist of them. */
const outlines = new SharedValues<Outline>();

/** The schema's outline; payloads that consist of the same reference share its properties. */
export function outlineOf(reader: Derivation, facts: SchemaFacts): Outline {
  const sole = soleReference(facts);
  if (sole === null) return read(reader, facts, MAX_REFERENCES, null);
  const { target, name } = reader.resolve(sole.uri, sole.ref);
  if (target === null) return facts.ref === null ? { ...EMPTY, list: listOf(reader, facts) } : EMPTY;
  const outline = outlines.of(reader, target, name, (entry) =>
    read(entry, schemaFacts(target), MAX_REFERENCES - 1, name),
  );
  return facts.ref === null ? { ...outline, list: listOf(reader, facts) } : outline;
}

function read(reader: Derivation, facts: SchemaFacts, left: number, schema: string | null): Outline {
  const { properties, recursion } = flatten(reader, facts, left, schema);
  const own = summary(reader, facts);
  return {
    properties,
    list: listOf(reader, facts),
    binary: own.binary || properties.some(isBinary),
    open: openness(own, facts, properties),
    recursion,
  };
}

function openness(own: Summary, facts: SchemaFacts, properties: readonly Property[]): Outline['open'] {
  if (own.open === true) return 'said';
  const lists = properties.length + facts.parts.length + facts.elements.length > 0;
  return own.type === 'object' && own.open === null && !lists ? 'unlisted' : null;
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
