import type { Place } from '../text';
import { boundsOf } from './bounds';
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
const MAX_DEPTH = 40;
const memo = new WeakMap<object, Map<number, SchemaFacts>>();

/** Facts of the schema at a node, kept as long as the text that they were read from. */
export function schemaFacts(node: Node): SchemaFacts {
  return read(node, 0);
}

function read(node: Node, depth: number): SchemaFacts {
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

interface Draft {
  ref: string | null;
  types: readonly string[];
  format: string;
  flags: Set<string>;
  bounded: boolean;
  properties: PropertyFacts[];
  parts: SchemaFacts[];
  elements: SchemaFacts[];
  array: boolean;
}

function parse(node: Node, depth: number): SchemaFacts {
  const draft: Draft = {
    ref: null,
    types: [],
    format: '',
    flags: new Set(),
    bounded: false,
    properties: [],
    parts: [],
    elements: [],
    array: false,
  };
  if (depth < MAX_DEPTH) for (const [key, value] of node.entries()) takeKey(draft, key, value, depth + 1);
  return {
    uri: node.view.uri,
    ref: draft.ref,
    type: typeOf(draft),
    format: draft.format,
    readOnly: draft.flags.has('readOnly'),
    writeOnly: draft.flags.has('writeOnly'),
    binary: draft.format === 'binary' || draft.types.includes('file') || draft.flags.has('binary'),
    bounds: boundsOf(node),
    properties: draft.properties,
    parts: draft.parts,
    elements: draft.elements,
  };
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
    case 'writeOnly':
      if (value.isTrue()) draft.flags.add(key);
      break;
    case 'contentEncoding':
    case 'contentMediaType':
      if (/^(?:base64|binary|application\/octet-stream|image\/.*)$/i.test(value.text() ?? ''))
        draft.flags.add('binary');
      break;
    case 'properties':
      for (const [name, schema] of value.entries()) {
        draft.properties.push({ name, at: schema.keyAt, schema: read(schema, depth) });
      }
      break;
    default:
      takeSubschemas(draft, key, value, depth);
  }
}

function takeSubschemas(draft: Draft, key: string, value: Node, depth: number): void {
  if (PARTS.includes(key)) draft.parts.push(...value.items().map((part) => read(part, depth)));
  else if (CONDITIONS.includes(key) && value.kind === 'map') draft.parts.push(read(value, depth));
  else if (key === 'dependentSchemas') draft.parts.push(...value.entries().map(([, part]) => read(part, depth)));
  else if (key === 'patternProperties') draft.elements.push(...value.entries().map(([, part]) => read(part, depth)));
  else if (key === 'prefixItems') draft.elements.push(...value.items().map((part) => read(part, depth)));
  else if (ELEMENTS.includes(key)) {
    if (key === 'items') draft.array = true;
    if (value.kind === 'map') draft.elements.push(read(value, depth));
  }
}

function typeOf(draft: Draft): string {
  const type = draft.types.find((name) => name !== 'null' && name !== '');
  if (type !== undefined) return type;
  if (draft.properties.length > 0) return 'object';
  if (draft.array) return 'array';
  return draft.elements.length > 0 ? 'object' : '';
}
