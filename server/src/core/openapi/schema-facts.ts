import { type Block, detach, type Place, place } from '../text';
import { BOUND_KEYS, UNBOUNDED, withBound } from './bounds';
import { CLASSIFYING, type Declared, declaredBy } from './data-classes/declared';
import type { Field } from './field';
import { KeySet } from './key-set';
import type { Node } from './node';
import { sampleClass } from './samples/classes';
import { baseOf } from './schema-ids';
import type { Bounds, DataClass } from './types';
import { writtenValues } from './written-values';

/** What one schema says itself, with its references unopened: a pure function of its text. */
export interface SchemaFacts {
  /** What its references are relative to: see `baseOf`. */
  readonly uri: string;
  readonly ref: string | null;
  readonly type: string;
  readonly format: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly binary: boolean;
  /** What an extension says that its values are. */
  readonly declared: Declared | null;
  /** What its example looks like. */
  readonly sample: DataClass | null;
  /** Whether an object may have properties of any name and kind; null where nothing is said of it. */
  readonly open: boolean | null;
  readonly bounds: Bounds;
  readonly properties: readonly PropertyFacts[];
  /** What composition adds to the same value: `allOf`, `oneOf`, `anyOf`, `if`... */
  readonly parts: readonly SchemaFacts[];
  /** The schemas that a discriminator maps to, as written: what the value may be beside what is said here. */
  readonly variants: readonly string[];
  /** What the value holds many of: items of an array, values of a map. */
  readonly elements: readonly SchemaFacts[];
}

const NO_FIELDS: Field[] = [];

/** A named field. Few fields are ever shown, so where one stands is found when asked for. */
export class PropertyFacts {
  /** What it became in payloads. */
  fields: Field[] = NO_FIELDS;

  private constructor(
    readonly name: string,
    readonly schema: SchemaFacts,
    private readonly uri: string,
    private readonly block: Block | null,
    private readonly key: number,
    private known: Place | null,
  ) {}

  /** The entry of a mapping of properties. */
  static entry(name: string, schema: SchemaFacts, node: Node): PropertyFacts {
    const { keyBlock, keyIndex, view } = node;
    if (keyBlock === null || keyIndex < 0) return PropertyFacts.standing(name, schema, node.keyAt);
    return new PropertyFacts(name, schema, view.uri, keyBlock, keyIndex, null);
  }

  /** A field whose place is known. */
  static standing(name: string, schema: SchemaFacts, at: Place): PropertyFacts {
    return new PropertyFacts(name, schema, at.uri, at.block, -1, at);
  }

  /** What its schema writes of its values; empty where that is a reference. */
  get values(): readonly string[] {
    return this.block === null || this.key < 0 ? NONE : writtenValues(this.block, this.key + 1);
  }

  get at(): Place {
    this.known ??= place(this.uri, this.block as Block, this.key);
    return this.known;
  }
}

const PARTS = ['allOf', 'oneOf', 'anyOf'];
const CONDITIONS = ['if', 'then', 'else'];
const ELEMENTS = ['items', 'additionalProperties', 'contains', 'unevaluatedProperties'];
const ENCODED = /^(?:base64|binary|application\/octet-stream|image\/.*)$/i;
/** Every key that is read: descriptions and examples are most of a schema's text. */
const KEYS = new KeySet([
  ...[
    '$ref',
    '$dynamicRef',
    'type',
    'format',
    'readOnly',
    'writeOnly',
    'contentEncoding',
    'contentMediaType',
    'properties',
    'example',
    'examples',
  ],
  ...['dependentSchemas', 'patternProperties', 'prefixItems', 'discriminator'],
  ...[...PARTS, ...CONDITIONS, ...ELEMENTS, ...BOUND_KEYS, ...CLASSIFYING],
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

const NONE: readonly never[] = [];

/** Most schemas are a type and perhaps a format: these are shared. */
const leaves = new Map<string, SchemaFacts>();
const MAX_LEAVES = 2000;

/** What is gathered while a schema's keys are read. */
class Draft {
  ref: string | null = null;
  type = '';
  format = '';
  readOnly = false;
  writeOnly = false;
  binary = false;
  declared: Declared | null = null;
  sample: DataClass | null = null;
  open: boolean | null = null;
  bounds: Bounds = UNBOUNDED;
  properties: readonly PropertyFacts[] = NONE;
  parts: readonly SchemaFacts[] = NONE;
  variants: readonly string[] = NONE;
  elements: readonly SchemaFacts[] = NONE;
  array = false;
  /** Composition says what the value may be. */
  choice = false;

  /** It says nothing but its type and format. */
  get isLeaf(): boolean {
    if (this.ref !== null || this.readOnly || this.writeOnly || this.binary || this.open !== null) return false;
    if (this.declared !== null || this.sample !== null) return false;
    if (this.bounds !== UNBOUNDED) return false;
    return this.properties === NONE && this.parts === NONE && this.elements === NONE && this.variants === NONE;
  }
}

function parse(node: Node, depth: number): SchemaFacts {
  const draft = new Draft();
  if (depth < MAX_DEPTH) for (const [key, value] of node.entries(KEYS)) takeKey(draft, key, value, depth + 1);
  draft.binary ||= draft.format === 'binary';
  if (draft.choice) draft.variants = NONE;
  return draft.isLeaf
    ? leafOf(typeOf(draft), draft.format)
    : factsOf(draft, isRelative(draft) ? baseOf(node.view.uri, node.block, node.index) : node.view.uri);
}

function isRelative({ ref, variants }: Draft): boolean {
  return ref !== null || variants.length > 0;
}

function factsOf(draft: Draft, uri: string): SchemaFacts {
  const {
    ref,
    format,
    readOnly,
    writeOnly,
    binary,
    declared,
    sample,
    open,
    bounds,
    properties,
    parts,
    variants,
    elements,
  } = draft;
  const type = typeOf(draft);
  return {
    uri,
    ref,
    type,
    format,
    readOnly,
    writeOnly,
    binary,
    declared,
    sample,
    open,
    bounds,
    properties,
    parts,
    variants,
    elements,
  };
}

/** A schema that nobody wrote, of what another way of writing comes to: a form's fields, each item of a sequence. */
export function derivedFacts(
  uri: string,
  type: 'object' | 'array',
  inner: Partial<Pick<SchemaFacts, 'properties' | 'elements'>>,
): SchemaFacts {
  const draft = new Draft();
  draft.type = type;
  return { ...factsOf(draft, uri), ...inner };
}

function leafOf(type: string, format: string): SchemaFacts {
  const sign = format === '' ? type : `${type}\n${format}`;
  let leaf = leaves.get(sign);
  if (leaf === undefined || leaf.type !== type || leaf.format !== format) {
    if (leaves.size > MAX_LEAVES) leaves.clear();
    const draft = new Draft();
    draft.type = detach(type);
    draft.format = detach(format);
    leaf = factsOf(draft, '');
    leaves.set(detach(sign), leaf);
  }
  return leaf;
}

function takeKey(draft: Draft, key: string, value: Node, depth: number): void {
  switch (key) {
    case '$ref':
    case '$dynamicRef':
      draft.ref = value.text() ?? null;
      break;
    case 'type':
      takeType(draft, value);
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
        .map(([name, schema]) => PropertyFacts.entry(name, read(schema, depth), schema));
      break;
    default:
      takeFurther(draft, key, value, depth);
  }
}

function takeFurther(draft: Draft, key: string, value: Node, depth: number): void {
  if (key === 'example' || key === 'examples') draft.sample ??= sampleIn(value);
  else if (key === 'discriminator') draft.variants = mappedBy(value);
  else takeRest(draft, key, value, depth);
}

function takeRest(draft: Draft, key: string, value: Node, depth: number): void {
  if (key.startsWith('x-')) draft.declared ??= declaredBy(key, value);
  if (key === 'additionalProperties' || key === 'unevaluatedProperties')
    draft.open = value.isTrue() || isEmptyMap(value);
  draft.bounds = withBound(draft.bounds, key, value);
  takeSubschemas(draft, key, value, depth);
}

function mappedBy(discriminator: Node): readonly string[] {
  return (discriminator.get('mapping')?.entries() ?? []).flatMap(([, mapped]) => mapped.text() || []);
}

/** The first name that says something; `file` (2.0) anywhere means bytes. */
function takeType(draft: Draft, value: Node): void {
  const written = value.kind === 'sequence' ? value.items().map((item) => item.text() ?? '') : [value.text() ?? ''];
  draft.type = written.find((name) => name !== 'null' && name !== '') ?? '';
  draft.binary ||= written.includes('file');
}

function takeSubschemas(draft: Draft, key: string, value: Node, depth: number): void {
  draft.choice ||= key === 'oneOf' || key === 'anyOf';
  if (PARTS.includes(key)) draft.parts = [...draft.parts, ...value.items().map((part) => read(part, depth))];
  else if (CONDITIONS.includes(key) && value.kind === 'map') draft.parts = [...draft.parts, read(value, depth)];
  else if (key === 'dependentSchemas') draft.parts = [...draft.parts, ...valuesOf(value, depth)];
  else if (key === 'patternProperties') draft.elements = [...draft.elements, ...valuesOf(value, depth)];
  else if (key === 'prefixItems')
    draft.elements = [...draft.elements, ...value.items().map((part) => read(part, depth))];
  else if (ELEMENTS.includes(key)) {
    if (key === 'items') draft.array = true;
    if (value.kind === 'map') takeElement(draft, key, read(value, depth));
  }
}

/** What an example, or the first of several, looks like. */
function sampleIn(value: Node): DataClass | null {
  const text = value.kind === 'sequence' ? value.items()[0]?.text() : value.text();
  return text === undefined ? null : sampleClass(text);
}

/** A list of files is as binary as one. */
function takeElement(draft: Draft, key: string, element: SchemaFacts): void {
  draft.elements = [...draft.elements, element];
  if (key === 'items' && element.format === 'binary') draft.format ||= 'binary';
}

/** Like `true`, an empty schema lets everything in. */
function isEmptyMap(value: Node): boolean {
  return value.kind === 'map' && value.entries().length === 0;
}

function valuesOf(map: Node, depth: number): readonly SchemaFacts[] {
  return map.entries().map(([, schema]) => read(schema, depth));
}

function typeOf(draft: Draft): string {
  if (draft.type !== '') return draft.type;
  if (draft.properties.length > 0) return 'object';
  if (draft.array) return 'array';
  return draft.elements.length > 0 ? 'object' : '';
}
