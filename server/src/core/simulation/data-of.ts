import type { ModelData } from '../model/types';
import type { Operation, Parameter, Property } from '../openapi/types';
import type { Builder } from './builder';
import { impactOfData, OTHER_DATA } from './impact';

interface Named {
  readonly name: string;
  readonly schema: string | null;
  readonly dataClass: string | null;
}

/** Which data operations handle: entries of models, else classes that the description shows. */
export class DataOf {
  readonly #byName = new Map<string, ModelData>();
  readonly #known = new Map<Operation, readonly number[]>();

  constructor(
    private readonly builder: Builder,
    data: readonly ModelData[],
  ) {
    for (const entry of data) {
      const names = [...entry.fields.map(bare), ...entry.schemas.map((schema) => `schema ${bare(schema)}`)];
      for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, entry);
    }
  }

  /** Nodes of the data that an operation takes or returns; that of other data where none is of a known class. */
  nodesOf(operation: Operation): readonly number[] {
    const known = this.#known.get(operation);
    if (known !== undefined) return known;
    const nodes = this.#nodesOf(operation);
    this.#known.set(operation, nodes);
    return nodes;
  }

  #nodesOf(operation: Operation): readonly number[] {
    const nodes = new Set<number>();
    const payloads = [operation.request, ...operation.responses.map(({ payload }) => payload)];
    for (const parameter of operation.parameters) this.#add(ofParameter(parameter), nodes);
    for (const payload of payloads) {
      for (const property of payload?.properties ?? []) this.#add(ofProperty(property), nodes);
    }
    if (nodes.size === 0) nodes.add(this.builder.data('other', 'other data', OTHER_DATA));
    return [...nodes];
  }

  /** The node of a model's entry; null for what is public. */
  nodeOf({ id, class: dataClass }: ModelData): number | null {
    const impact = impactOfData(dataClass);
    return impact === 0 ? null : this.builder.data(id, `${id} (${dataClass} data)`, impact);
  }

  #add({ name, schema, dataClass }: Named, nodes: Set<number>): void {
    const entry =
      this.#byName.get(`${schema}.${name}`) ?? this.#byName.get(name) ?? this.#byName.get(`schema ${schema}`);
    if (entry !== undefined) {
      const node = this.nodeOf(entry);
      if (node !== null) nodes.add(node);
    } else if (dataClass !== null) {
      nodes.add(this.builder.data(dataClass, `${dataClass} data`, impactOfData(dataClass)));
    }
  }
}

/** `store Customer` names the API too. */
function bare(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function ofParameter({ name, dataClass }: Parameter): Named {
  return { name, schema: null, dataClass };
}

function ofProperty({ name, schema, dataClass }: Property): Named {
  return { name, schema, dataClass };
}
