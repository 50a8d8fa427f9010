import { dataClassOf } from './data-classes';
import type { Node } from './node';
import { schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import { summary } from './summary';
import type { Parameter } from './types';

const PLACES = ['path', 'query', 'header', 'cookie', 'querystring'] as const;

/** The parameters of an operation as a caller sees them; those that carry a 2.0 body apart. */
export interface ReadParameters {
  readonly parameters: readonly Parameter[];
  /** `in: body` and `in: formData`: what later versions call the request body. */
  readonly body: readonly Node[];
}

/** Path item and operation merged: what the operation declares replaces its namesake. */
export function readParameters(reader: Derivation, pathItem: Node, operation: Node): ReadParameters {
  const parameters: Parameter[] = [];
  const body: Node[] = [];
  for (const [node, where] of merged(reader, [pathItem, operation])) {
    if (where === 'body' || where === 'formData') body.push(node);
    const place = PLACES.find((known) => known === where);
    if (place !== undefined) parameters.push(readParameter(reader, node, place));
  }
  return { parameters, body };
}

function merged(reader: Derivation, owners: readonly Node[]): Iterable<readonly [Node, string]> {
  const found = new Map<string, readonly [Node, string]>();
  for (const owner of owners) {
    for (const item of reader.deref(owner.get('parameters'))?.items() ?? []) {
      const node = reader.deref(item);
      if (node === null || node.kind !== 'map') continue;
      const where = node.textOf('in');
      const name = node.textOf('name');
      found.set(`${where} ${where === 'header' ? name.toLowerCase() : name}`, [node, where]);
    }
  }
  return found.values();
}

function readParameter(reader: Derivation, node: Node, where: Parameter['in']): Parameter {
  const name = node.textOf('name');
  const schema = node.get('schema') ?? node.get('content')?.entries()[0]?.[1].get('schema') ?? null;
  const { type, format, bounds } = summary(reader, schemaFacts(schema ?? node));
  return {
    name,
    in: where,
    required: where === 'path' || node.get('required')?.isTrue() === true,
    type,
    format,
    bounds,
    dataClass: dataClassOf(name, { type, format, ofPerson: false }),
    at: (node.get('name') ?? node).at,
  };
}
