import { mergeBounds, UNBOUNDED } from './bounds';
import type { Declared } from './data-classes/declared';
import { type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import type { Bounds, DataClass } from './types';

/** References followed from a payload downwards. */
export const MAX_REFERENCES = 3;

export interface Summary {
  readonly type: string;
  readonly format: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly binary: boolean;
  readonly declared: Declared | null;
  readonly sample: DataClass | null;
  readonly open: boolean | null;
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
  let { type, format, readOnly, writeOnly, binary, declared, sample, open } = own;
  for (const one of inner) {
    type = type === '' || type === 'null' ? one.type : type;
    format = format === '' ? one.format : format;
    readOnly ||= one.readOnly;
    writeOnly ||= one.writeOnly;
    binary ||= one.binary;
    declared ??= one.declared;
    sample ??= one.sample;
    open ??= one.open;
    bounds = one.bounds === UNBOUNDED ? bounds : mergeBounds(bounds, one.bounds);
  }
  return { type, format, readOnly, writeOnly, binary, declared, sample, open, bounds };
}
