import { UNBOUNDED } from './bounds';
import type { Context } from './context';
import type { Node } from './node';
import { payloadOf, readContent } from './payloads';
import { PropertyFacts, type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import type { ApiResponse, Payload } from './types';

/** What an operation takes in its body; null where it takes none. */
export function readRequest(
  reader: Derivation,
  context: Context,
  operation: Node,
  body: readonly Node[],
): Payload | null {
  if (context.version !== '2.0') {
    const written = operation.get('requestBody');
    return written === null ? null : readContent(reader, reader.deref(written), written);
  }
  const [first] = body;
  if (first === undefined) return null;
  const form = body.filter((node) => node.textOf('in') === 'formData');
  const schemas = form.length > 0 ? [formFacts(form)] : [schemaFacts(first.get('schema') ?? first)];
  return payloadOf(reader, schemas, mediaTypes(operation, 'consumes', context.consumes), first.get('name') ?? first);
}

/** Form fields are the properties of an object that is not written down. */
function formFacts(fields: readonly Node[]): SchemaFacts {
  const properties = fields.map((field) =>
    PropertyFacts.standing(field.textOf('name'), schemaFacts(field), (field.get('name') ?? field).at),
  );
  return {
    uri: fields[0]?.view.uri ?? '',
    ref: null,
    type: 'object',
    format: '',
    readOnly: false,
    writeOnly: false,
    binary: false,
    bounds: UNBOUNDED,
    properties,
    parts: [],
    elements: [],
  };
}

function mediaTypes(operation: Node, key: string, inherited: readonly string[]): readonly string[] {
  return operation.get(key) === null ? inherited : operation.textsOf(key);
}

/** What an operation answers, in the order in which it is written. */
export function readResponses(reader: Derivation, context: Context, operation: Node): readonly ApiResponse[] {
  const responses: ApiResponse[] = [];
  for (const [status, written] of reader.deref(operation.get('responses'))?.entries() ?? []) {
    if (status.startsWith('x-')) continue;
    const node = reader.deref(written);
    const payload = node === null ? null : readAnswer(reader, context, operation, node, written);
    const headers =
      reader
        .deref(node?.get('headers') ?? null)
        ?.entries()
        .map(([name]) => name) ?? [];
    responses.push({ status, payload, headers, at: written.keyAt });
  }
  return responses;
}

function readAnswer(reader: Derivation, context: Context, operation: Node, node: Node, at: Node): Payload | null {
  if (context.version !== '2.0') return readContent(reader, node, at);
  const schema = node.get('schema');
  if (schema === null) return null;
  return payloadOf(reader, [schemaFacts(schema)], mediaTypes(operation, 'produces', context.produces), at);
}
