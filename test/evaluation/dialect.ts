import type { Json, JsonObject, Version } from './types';

const NUMBERS: Readonly<Record<Version, string>> = { '3.0': '3.0.3', '3.1': '3.1.1', '3.2': '3.2.0' };

/** A description written in the words of 3.1, as one of a version. */
export function inDialect(spec: JsonObject, version: Version): JsonObject {
  const { webhooks, ...rest } = spec;
  const numbered: JsonObject = { ...rest, openapi: NUMBERS[version] };
  if (version === '3.0') return olderObject(numbered);
  const own: JsonObject = version === '3.2' ? { $self: 'https://specs.example/openapi.json' } : {};
  const called: JsonObject = webhooks === undefined ? {} : { webhooks };
  return { ...numbered, ...own, ...called };
}

function older(node: Json): Json {
  if (Array.isArray(node)) return node.map(older);
  return node === null || typeof node !== 'object' ? node : olderObject(node as JsonObject);
}

function olderObject(object: JsonObject): JsonObject {
  const entries = Object.entries(object).flatMap(([key, value]) => olderEntry(key, value));
  return Object.fromEntries(entries);
}

/** 3.0 has `nullable`, one `example` and exclusive bounds that are yes or no. */
function olderEntry(key: string, value: Json): [string, Json][] {
  if (key === 'type' && Array.isArray(value)) {
    return [
      ['type', value.find((one) => one !== 'null') ?? 'string'],
      ['nullable', true],
    ];
  }
  if (key === 'examples' && Array.isArray(value)) return [['example', value[0] ?? null]];
  if (key === 'exclusiveMinimum' && typeof value === 'number') {
    return [
      ['minimum', value],
      ['exclusiveMinimum', true],
    ];
  }
  return [[key, older(value)]];
}
