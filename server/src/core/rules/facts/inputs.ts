import type { Bounds, Property, Shape } from '../../openapi/types';
import type { Place } from '../../text/types';
import { perShape } from './per-object';
import { words } from './words';

/** A value that the caller sends, wherever it stands. */
export interface Input {
  readonly name: string;
  /** `query.sort`, `body.webhook.url`. */
  readonly part: string;
  readonly in: string;
  readonly words: readonly string[];
  readonly type: string;
  readonly format: string;
  readonly bounds: Bounds;
  readonly schema: string | null;
  readonly depth: number;
  readonly at: Place;
}

/** Parameters and writable properties, in the order of the specification. */
export const inputsOf: (operation: Shape) => readonly Input[] = perShape((operation) => {
  const inputs: Input[] = [];
  for (const one of operation.parameters) {
    if (one.in === 'body') continue;
    const { name, type, format, bounds, at } = one;
    inputs.push({
      name,
      part: `${one.in}.${name}`,
      in: one.in,
      words: words(name),
      type,
      format,
      bounds,
      schema: null,
      depth: 1,
      at,
    });
  }
  for (const one of operation.request?.properties ?? []) if (!one.readOnly) inputs.push(fromProperty(one));
  return inputs;
});

function fromProperty(one: Property): Input {
  const { name, path, type, format, bounds, schema, at } = one;
  return {
    name,
    part: `body.${path}`,
    in: 'body',
    words: words(name),
    type,
    format,
    bounds,
    schema,
    depth: path.split('.').length,
    at,
  };
}

/** Any string fits: no enumeration, pattern or format narrows it. */
export function isFree(input: Input): boolean {
  const { type, format, bounds } = input;
  return (type === 'string' || type === '') && format === '' && !bounds.hasEnum && !bounds.hasPattern;
}

/** One cause for a property of a shared schema, or for a parameter that many operations take. */
export function causeOf(input: Input): string {
  return input.schema === null ? input.part : `schema ${input.schema} property.${input.name}`;
}
