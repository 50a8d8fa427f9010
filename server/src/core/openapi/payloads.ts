import { flatten, type Summary, summary } from './flatten';
import { envelopeOf } from './lists';
import type { Node } from './node';
import { targetName } from './references';
import { type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import type { Payload, Property } from './types';

/** Media types that carry bytes rather than described values. */
const BINARY =
  /^(?:application\/(?:octet-stream|pdf|zip|gzip|x-tar|x-gzip|vnd\.ms-excel)|image\/(?!svg)|audio\/|video\/|font\/)/i;

/** A request body or response with `content` (3.x). */
export function readContent(reader: Derivation, owner: Node | null, at: Node): Payload | null {
  const content = reader.deref(owner?.get('content') ?? null);
  if (content === null) return null;
  const schemas: SchemaFacts[] = [];
  const mediaTypes: string[] = [];
  for (const [mediaType, written] of content.entries()) {
    const media = reader.deref(written);
    mediaTypes.push(mediaType);
    for (const key of ['schema', 'itemSchema']) {
      const schema = media?.get(key) ?? null;
      if (schema !== null) schemas.push(schemaFacts(schema));
    }
  }
  return payloadOf(reader, schemas, mediaTypes, at);
}

/** One schema under several media types (2.0). */
export function payloadOf(
  reader: Derivation,
  written: readonly SchemaFacts[],
  mediaTypes: readonly string[],
  at: Node,
): Payload {
  const schemas = distinct(written);
  const values = schemas.map((schema) => summary(reader, schema));
  const lists = schemas.map((schema, index) => listOf(reader, schema, values[index] as Summary));
  const properties = union(schemas.map((schema) => flatten(reader, schema)));
  return {
    mediaTypes,
    properties,
    isList: lists.some((list) => list !== null),
    isBinary: isBinary(mediaTypes, values, properties),
    listBounded: lists.every((list) => list !== false) && lists.includes(true),
    schemas: [...new Set(schemas.flatMap(directNames))],
    at: at.keyAt,
  };
}

/** Media types usually repeat the same reference. */
function distinct(schemas: readonly SchemaFacts[]): readonly SchemaFacts[] {
  const plain = new Set<string>();
  return schemas.filter((schema) => {
    if (schema.ref === null || schema.parts.length + schema.properties.length > 0) return true;
    const known = plain.has(schema.ref);
    plain.add(schema.ref);
    return !known;
  });
}

function union(lists: readonly (readonly Property[])[]): readonly Property[] {
  const [first, ...others] = lists;
  if (first === undefined) return [];
  if (others.length === 0) return first;
  const all = new Map(first.map((property) => [property.path, property]));
  for (const property of others.flat()) if (!all.has(property.path)) all.set(property.path, property);
  return [...all.values()];
}

/** Whether the value is a list: bounded (true), unbounded (false), or no list (null). */
function listOf(reader: Derivation, schema: SchemaFacts, value: Summary): boolean | null {
  if (value.type === 'array') return value.bounds.maxItems !== undefined;
  const inside = envelopeOf(reader, schema);
  return inside === null ? null : inside.bounds.maxItems !== undefined;
}

function isBinary(mediaTypes: readonly string[], values: readonly Summary[], properties: readonly Property[]): boolean {
  if (values.some((value) => value.binary) || mediaTypes.some((type) => BINARY.test(type))) return true;
  return properties.some(({ format, type }) => format === 'binary' || type === 'file');
}

function directNames(schema: SchemaFacts): readonly string[] {
  const inner = [...schema.parts, ...schema.elements].flatMap((part) =>
    part.ref === null ? [] : [targetName(part.ref)],
  );
  return schema.ref === null ? inner : [targetName(schema.ref), ...inner];
}
