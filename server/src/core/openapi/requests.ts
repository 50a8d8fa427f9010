import type { Context } from './context';
import { readCrossOrigin } from './cross-origin';
import { readLinks } from './links';
import type { Node } from './node';
import { payloadOf, readContent } from './payloads';
import { derivedFacts, PropertyFacts, type SchemaFacts, schemaFacts } from './schema-facts';
import type { Derivation } from './session';
import { SharedValues } from './shared-values';
import type { ApiResponse, CrossOrigin, Link, Payload } from './types';

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
  return derivedFacts(fields[0]?.view.uri ?? '', 'object', { properties });
}

function mediaTypes(operation: Node, key: string, inherited: readonly string[]): readonly string[] {
  return operation.get(key) === null ? inherited : operation.textsOf(key);
}

/** What one response says wherever it is referred to. */
interface Answer {
  readonly payload: Payload | null;
  readonly headers: readonly string[];
  readonly crossOrigin?: CrossOrigin;
  readonly links?: readonly Link[];
}

const NOTHING: Answer = { payload: null, headers: [] };
/** `404` and its like are few components that all operations refer to. */
const components = new SharedValues<Answer>();

/** What an operation answers, in the order in which it is written. */
export function readResponses(reader: Derivation, context: Context, operation: Node): readonly ApiResponse[] {
  const responses: ApiResponse[] = [];
  for (const [status, written] of reader.deref(operation.get('responses'))?.entries() ?? []) {
    if (status.startsWith('x-')) continue;
    const { payload, ...said } = answerOf(reader, context, operation, written);
    const at = written.keyAt;
    responses.push({ status, payload: payload === null ? null : { ...payload, at }, ...said, at });
  }
  return responses;
}

function answerOf(reader: Derivation, context: Context, operation: Node, written: Node): Answer {
  const node = reader.deref(written);
  if (node === null) return NOTHING;
  // What a 2.0 response carries depends on the operation.
  if (node === written || context.version === '2.0') return readAnswer(reader, context, operation, node);
  return components.of(reader, node, '', (entry) => readAnswer(entry, context, operation, node));
}

function readAnswer(reader: Derivation, context: Context, operation: Node, node: Node): Answer {
  const headers = reader.deref(node.get('headers'))?.entries() ?? [];
  const crossOrigin = readCrossOrigin(reader, headers);
  const links = readLinks(reader, node);
  return {
    payload: payloadIn(reader, context, operation, node),
    headers: headers.map(([name]) => name),
    ...(crossOrigin !== null && { crossOrigin }),
    ...(links !== null && { links }),
  };
}

function payloadIn(reader: Derivation, context: Context, operation: Node, node: Node): Payload | null {
  if (context.version !== '2.0') return readContent(reader, node, node);
  const schema = node.get('schema');
  if (schema === null) return null;
  return payloadOf(reader, [schemaFacts(schema)], mediaTypes(operation, 'produces', context.produces), node);
}
