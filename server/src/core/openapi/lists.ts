import { memoText } from '../text';
import { tokensOf } from './data-classes/tokens';
import { type PropertyFacts, type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import { type Summary, summary } from './summary';

/** Fields that describe a page of results or the answer itself, rather than being the data. */
const ENVELOPE =
  /^(?:total|count|size|limit|offset|page|pages|cursor|next|prev|previous|first|last|self|has|more|is|url|uri|href|link|links|meta|metadata|object|ok|success|status|code|error|errors|message|messages|warnings|incomplete|results|request|response|pagination|per|page|num|number|token|kind|etag|version|type|start|end|total_count|id|at|cache|ts)$/;

/** The array of an object that only wraps it, with its paging; null where the object is more than that. */
export function envelopeOf(reader: Derivation, schema: SchemaFacts): Summary | null {
  const properties = topLevel(reader, schema);
  let list: Summary | null = null;
  for (const property of properties) {
    const value = summary(reader, property.schema);
    if (value.type !== 'array') {
      if (!isEnvelope(property.name)) return null;
      continue;
    }
    if (isMessage(property.name)) continue;
    if (list !== null) return null;
    list = value;
  }
  return list;
}

const isEnvelope = memoText(10_000, (name) => tokensOf(name).every((word) => ENVELOPE.test(word)));

function isMessage(name: string): boolean {
  return /^(?:errors|warnings|messages|links|_links)$/i.test(name);
}

function topLevel(reader: Derivation, schema: SchemaFacts, steps = 0): readonly PropertyFacts[] {
  if (steps > 4) return [];
  const own = [...schema.properties, ...schema.parts.flatMap((part) => topLevel(reader, part, steps + 1))];
  const target = schema.ref === null ? null : reader.resolve(schema.uri, schema.ref).target;
  return target === null ? own : [...own, ...topLevel(reader, schemaFacts(target), steps + 1)];
}
