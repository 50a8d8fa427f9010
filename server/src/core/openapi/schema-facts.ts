import type { Place } from '../text';
import { BOUND_KEYS, UNBOUNDED, withBound } from './bounds';
import { KeySet } from './key-set';
import type { Node } from './node';
import type { Bounds } from './types';

/** What one schema says itself, with its references unopened: a pure function of its text. */
export interface SchemaFacts {
  /** The file that its references are relative to. */
  readonly uri: string;
  readonly ref: string | null;
  readonly type: string;
  readonly format: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly binary: boolean;
  readonly bounds: Bounds;
  readonly properties: readonly PropertyFacts[];
  /** What composition adds to the same value: `allOf`, `oneOf`, `anyOf`, `if`... */
  readonly parts: readonly SchemaFacts[];
  /** What the value holds many of: items of an array, values of a map. */
  readonly elements: readonly SchemaFacts[];
}

export interface PropertyFacts {
  readonly name: string;
  readonly at: Place;
  readonly schema: SchemaFacts;
}

const PARTS = ['allOf', 'oneOf', 'anyOf'];
const CONDITIONS = ['if', 'then', 'else'];
const ELEMENTS = ['items', 'additionalProperties', 'contains', 'unevaluatedProperties'];
const ENCODED = /^(?:base64|binary|application\/octet-stream|image\/.*)$/i;
/** Every key that is read: descriptions and examples are most of a schema's text. */
const KEYS = new KeySet([
  ...['$ref', 'type', 'format', 'readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType', 'properties'],
  ...['dependentSchemas', 'patternProperties', 'prefixItems'],
  ...[...PARTS, ...CONDITIONS, ...ELEMENTS, ...BOUND_KEYS],
]);
const MAX_DEPTH = 40;
const memo = new WeakMap<object, Map<number, SchemaFacts>>();

/** Facts of the schema at a node, kept as long as the text that they were read from. */
export function schemaFacts(node: Node): SchemaFacts {
  return remembered(node, 0);
}

function remembered(node: Node, depth: number): SchemaFacts {
  const { owner, id } = node;
  let known = memo.get(owner);
  if (known === undefined) {
    known = new Map();
    memo.set(owner, known);
  }
  let facts = known.get(id);
  if (facts === undefined) {
    facts = parse(node, depth);
    known.set(id, facts);
  }
  return facts;
}

/** Where aliases may bring back the same text again and again, every part of it is read once. */
function read(node: Node, depth: number): SchemaFacts {
  return node.view.anchored ? remembered(node, depth) : parse(node, depth);
}

interface Draft {
  ref: string | null;
  types: readonly string[];
  format: string;
  readOnly: boolean;
  writeOnly: boolean;
  binary: boolean;
  bounds: Bounds;
  properties: PropertyFacts[];
  parts: SchemaFacts[];
  elements: SchemaFacts[];
  array: boolean;
}

const NONE: never[] = [];

function parse(node: Node, depth: number): SchemaFacts {
  const draft: Draft = {
    ref: null,
    types: NONE,
    format: '',
    readOnly: false,
    writeOnly: false,
    binary: false,
    bounds: UNBOUNDED,
    properties: NONE,
    parts: NONE,
    elements: NONE,
    array: false,
  };
  if (depth < MAX_DEPTH) for (const [key, value] of node.entries(KEYS)) takeKey(draft, key, value, depth + 1);
  const { ref, format, readOnly, writeOnly, bounds, properties, parts, elements } = draft;
  const binary = draft.binary || format === 'binary' || draft.types.includes('file');
  const type = typeOf(draft);
  return { uri: node.view.uri, ref, type, format, readOnly, writeOnly, binary, bounds, properties, parts, elements };
}

function takeKey(draft: Draft, key: string, value: Node, depth: number): void {
  switch (key) {
    case '$ref':
      draft.ref = value.text() ?? null;
      break;
    case 'type':
      draft.types = value.kind === 'sequence' ? value.items().map((item) => item.text() ?? '') : [value.text() ?? ''];
      break;
    case 'format':
      draft.format = value.text() ?? '';
      break;
    case 'readOnly':
      draft.readOnly = value.isTrue();
      break;
    case 'writeOnly':
      draft.writeOnly = value.isTrue();
      break;
    case 'contentEncoding':
    case 'contentMediaType':
      draft.binary ||= ENCODED.test(value.text() ?? '');
      break;
    case 'properties':
      draft.properties = value
        .entries()
        .map(([name, schema]) => ({ name, at: schema.keyAt, schema: read(schema, depth) }));
      break;
    default:
      draft.bounds = withBound(draft.bounds, key, value);
      takeSubschemas(draft, key, value, depth);
  }
}

function takeSubschemas(draft: Draft, key: string, value: Node, depth: number): void {
  if (PARTS.includes(key)) draft.parts = [...draft.parts, ...value.items().map((part) => read(part, depth))];
  else if (CONDITIONS.includes(key) && value.kind === 'map') draft.parts = [...draft.parts, read(value, depth)];
  else if (key === 'dependentSchemas') draft.parts = [...draft.parts, ...valuesOf(value, depth)];
  else if (key === 'patternProperties') draft.elements = [...draft.elements, ...valuesOf(value, depth)];
  else if (key === 'prefixItems')
    draft.elements = [...draft.elements, ...value.items().map((part) => read(part, depth))];
  else if (ELEMENTS.includes(key)) {
    if (key === 'items') draft.array = true;
    if (value.kind === 'map') draft.elements = [...draft.elements, read(value, depth)];
  }
}

function valuesOf(map: Node, depth: number): readonly SchemaFacts[] {
  return map.entries().map(([, schema]) => read(schema, depth));
}

function typeOf(draft: Draft): string {
  const type = draft.types.find((name) => name !== 'null' && name !== '');
  if (type !== undefined) return type;
  if (draft.properties.length > 0) return 'object';
  if (draft.array) return 'array';
  return draft.elements.length > 0 ? 'object' : '';
}
