import { dataClassOf } from './data-classes';
import { declaredIn, withDeclared } from './data-classes/declared';
import type { Node } from './node';
import { outlineOf } from './outline';
import { schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import { SharedValues } from './shared-values';
import { summary } from './summary';
import type { Parameter } from './types';
import { writtenValues } from './written-values';

const PLACES = ['path', 'query', 'header', 'cookie', 'querystring'] as const;

/** The parameters of an operation as a caller sees them; those that carry a 2.0 body apart. */
export interface ReadParameters {
  readonly parameters: readonly Parameter[];
  /** `in: body` and `in: formData`: what later versions call the request body. */
  readonly body: readonly Node[];
  /** Those that stand nowhere known. */
  readonly misplaced: readonly Node[];
}

/** A parameter and what it is told apart by. */
interface Declared {
  readonly node: Node;
  readonly where: string;
  readonly sign: string;
  /** None where it carries a 2.0 body, or stands nowhere known; several where it is a whole query string. */
  readonly parameters: readonly Parameter[];
}

/** Most parameters of an API are few components that all operations refer to. */
const components = new SharedValues<Declared>();

/** Path item and operation merged: what the operation declares replaces its namesake. */
export function readParameters(reader: Derivation, pathItem: Node, operation: Node): ReadParameters {
  const parameters: Parameter[] = [];
  const body: Node[] = [];
  const misplaced: Node[] = [];
  for (const { node, where, parameters: declared } of merged(reader, [pathItem, operation])) {
    if (where === 'body' || where === 'formData') body.push(node);
    else if (declared.length === 0) misplaced.push(node);
    parameters.push(...declared);
  }
  return { parameters, body, misplaced };
}

function merged(reader: Derivation, owners: readonly Node[]): Iterable<Declared> {
  const found = new Map<string, Declared>();
  for (const owner of owners) {
    for (const item of reader.deref(owner.get('parameters'))?.items() ?? []) {
      const node = reader.deref(item);
      if (node === null || node.kind !== 'map') continue;
      const own = node === item;
      const declared = own ? declare(reader, node) : components.of(reader, node, '', (entry) => declare(entry, node));
      found.set(declared.sign, declared);
    }
  }
  return found.values();
}

function declare(reader: Derivation, node: Node): Declared {
  const where = node.textOf('in');
  const name = node.textOf('name');
  const place = PLACES.find((known) => known === where);
  const sign = `${where} ${where === 'header' ? name.toLowerCase() : name}`;
  return { node, where, sign, parameters: place === undefined ? [] : readPlaced(reader, node, place) };
}

function readPlaced(reader: Derivation, node: Node, where: Parameter['in']): readonly Parameter[] {
  const fields = where === 'querystring' ? readQueryString(reader, node) : [];
  return fields.length > 0 ? fields : [readParameter(reader, node, where)];
}

/** A query string that is described as a form is what its fields are: parameters of the query. */
function readQueryString(reader: Derivation, node: Node): readonly Parameter[] {
  const schema = schemaOf(reader, node);
  if (schema === null) return [];
  const fields = outlineOf(reader, schemaFacts(schema)).properties.filter(({ path }) => !path.includes('.'));
  return fields.map(({ name, type, format, bounds, dataClass, at }) => {
    return { name, in: 'query', required: false, type, format, bounds, dataClass, at };
  });
}

function schemaOf(reader: Derivation, node: Node): Node | null {
  const [media] = reader.deref(node.get('content'))?.entries() ?? [];
  return node.get('schema') ?? reader.deref(media?.[1] ?? null)?.get('schema') ?? null;
}

function readParameter(reader: Derivation, node: Node, where: Parameter['in']): Parameter {
  const name = node.textOf('name');
  const schema = schemaOf(reader, node);
  const { type, format, bounds, declared } = summary(reader, schemaFacts(schema ?? node));
  const named = dataClassOf(name, { type, format, ofPerson: false });
  const dataClass = withDeclared(named, declaredIn(node) ?? declared);
  return {
    name,
    in: where,
    required: where === 'path' || node.get('required')?.isTrue() === true,
    type,
    format,
    bounds,
    dataClass,
    ...(dataClass === 'credentials' && { values: [node, schema].flatMap(valuesOf) }),
    at: (node.get('name') ?? node).at,
  };
}

function valuesOf(owner: Node | null): readonly string[] {
  return owner?.block ? writtenValues(owner.block, owner.index) : [];
}
