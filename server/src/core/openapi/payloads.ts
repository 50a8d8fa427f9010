import type { Node } from './node';
import { outlineOf } from './outline';
import { targetName } from './references';
import { secretInExamples } from './samples/examples';
import { derivedFacts, type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import type { Payload, Property, ShownSecret } from './types';

/** Media types that carry bytes rather than described values. */
const BINARY =
  /^(?:application\/(?:octet-stream|pdf|zip|gzip|x-tar|x-gzip|vnd\.ms-excel)|image\/(?!svg)|audio\/|video\/|font\/)/i;

/** A request body or response with `content` (3.x). */
export function readContent(reader: Derivation, owner: Node | null, at: Node): Payload | null {
  const content = reader.deref(owner?.get('content') ?? null);
  if (content === null) return null;
  const entries = content.entries();
  const media = entries.map(([, written]) => reader.deref(written));
  const mediaTypes = entries.map(([mediaType]) => mediaType);
  const schemas = media.flatMap((one, index) => schemasIn(one, mediaTypes[index] ?? ''));
  const payload = payloadOf(reader, schemas, mediaTypes, at);
  const typedParts = media.flatMap(typedIn);
  const secret = secretIn(media);
  if (typedParts.length === 0 && secret === null) return payload;
  return { ...payload, ...(typedParts.length > 0 && { typedParts }), ...(secret !== null && { secret }) };
}

/** Events arrive one by one as long as one listens; other sequences are lists that are sent item by item. */
const EVENTS = /^text\/event-stream/i;

function schemasIn(media: Node | null, mediaType: string): readonly SchemaFacts[] {
  const whole = media?.get('schema') ?? null;
  const item = media?.get('itemSchema') ?? null;
  const facts = whole === null ? [] : [schemaFacts(whole)];
  if (item === null) return facts;
  const each = schemaFacts(item);
  return [...facts, whole === null && !EVENTS.test(mediaType) ? listOfEach(each) : each];
}

/** The list that a sequence of such items is. */
function listOfEach(item: SchemaFacts): SchemaFacts {
  return derivedFacts(item.uri, 'array', { elements: [item] });
}

function secretIn(media: readonly (Node | null)[]): ShownSecret | null {
  for (const one of media) {
    const secret = secretInExamples(one);
    if (secret !== null) return secret;
  }
  return null;
}

function typedIn(media: Node | null): readonly string[] {
  const parts = media?.get('encoding')?.entries() ?? [];
  return parts.filter(([, part]) => listsKinds(part.textOf('contentType'))).map(([name]) => name);
}

/** `image/png, image/jpeg`; not what lets everything in. */
function listsKinds(contentType: string): boolean {
  return contentType !== '' && !contentType.includes('*/*') && !contentType.includes('octet-stream');
}

/** One schema under several media types (2.0). */
export function payloadOf(
  reader: Derivation,
  written: readonly SchemaFacts[],
  mediaTypes: readonly string[],
  at: Node,
): Payload {
  const schemas = distinct(written);
  const outlines = schemas.map((schema) => outlineOf(reader, schema));
  const lists = outlines.map(({ list }) => list);
  const recursion = outlines.find((one) => one.recursion)?.recursion;
  const open = outlines.find((one) => one.open !== null)?.open;
  return {
    mediaTypes,
    properties: union(outlines.map(({ properties }) => properties)),
    isList: lists.some((list) => list !== null),
    isBinary: outlines.some(({ binary }) => binary) || mediaTypes.some((type) => BINARY.test(type)),
    ...(open && { open }),
    ...(recursion && { recursion }),
    listBounded: lists.every((list) => list !== false) && lists.includes(true),
    schemas: namesOf(schemas),
    at: at.keyAt,
  };
}

/** Media types usually repeat the same reference. */
function distinct(schemas: readonly SchemaFacts[]): readonly SchemaFacts[] {
  if (schemas.length < 2) return schemas;
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

function namesOf(schemas: readonly SchemaFacts[]): readonly string[] {
  const names = schemas.flatMap(directNames);
  return names.length < 2 ? names : [...new Set(names)];
}

function directNames(schema: SchemaFacts): readonly string[] {
  const inner = [...schema.parts, ...schema.elements].flatMap((part) =>
    part.ref === null ? [] : [targetName(part.ref)],
  );
  return schema.ref === null ? inner : [targetName(schema.ref), ...inner];
}
