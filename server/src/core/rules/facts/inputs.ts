import type { Bounds, Parameter, Property, Shape } from '../../openapi/types';
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
  for (const one of operation.parameters) if (one.in !== 'body') inputs.push(new ParameterInput(one));
  for (const one of operation.request?.properties ?? []) if (!one.readOnly) inputs.push(new BodyInput(one));
  return inputs;
});

// Of most inputs a rule looks at the name and goes on, so everything else waits until somebody asks.
class ParameterInput implements Input {
  readonly words: readonly string[];
  readonly schema = null;
  readonly depth = 1;

  constructor(private readonly parameter: Parameter) {
    this.words = words(parameter.name);
  }

  get name(): string {
    return this.parameter.name;
  }

  get part(): string {
    return `${this.parameter.in}.${this.parameter.name}`;
  }

  get in(): string {
    return this.parameter.in;
  }

  get type(): string {
    return this.parameter.type;
  }

  get format(): string {
    return this.parameter.format;
  }

  get bounds(): Bounds {
    return this.parameter.bounds;
  }

  get at(): Place {
    return this.parameter.at;
  }
}

class BodyInput implements Input {
  readonly words: readonly string[];
  readonly in = 'body';

  constructor(private readonly property: Property) {
    this.words = words(property.name);
  }

  get name(): string {
    return this.property.name;
  }

  get part(): string {
    return `body.${this.property.path}`;
  }

  get type(): string {
    return this.property.type;
  }

  get format(): string {
    return this.property.format;
  }

  get bounds(): Bounds {
    return this.property.bounds;
  }

  get schema(): string | null {
    return this.property.schema;
  }

  get depth(): number {
    return this.property.path.split('.').length;
  }

  get at(): Place {
    return this.property.at;
  }
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
