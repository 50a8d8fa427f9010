import type { Model, ModelData } from '../model/types';
import type { DataClass, Operation, Parameter, Payload, Property } from '../openapi/types';
import { memo, memoText } from '../text';

/** What models say of fields and schemas: it replaces what names let us derive. Null stands for data that needs no protection. */
export interface DataSettings {
  /** By `Schema.field`, then by `field`. */
  readonly fields: ReadonlyMap<string, DataClass | null>;
  readonly schemas: ReadonlyMap<string, DataClass | null>;
  /** The operation as the models see it; the operation itself where they say nothing of it. */
  see(operation: Operation): Operation;
}

/** The models' words for classes. */
const CLASSES: Readonly<Record<string, DataClass | null>> = {
  public: null,
  internal: null,
  confidential: 'confidential',
  personal: 'personal',
  special: 'special',
  financial: 'financial',
  payment: 'payment',
  credentials: 'credentials',
};

/** The data of several models together, or null where they name none; the first that names a field counts. */
export function dataOf(models: readonly Model[]): DataSettings | null {
  const data = models.flatMap((model) => model.data).filter((one) => one.class in CLASSES);
  if (data.length === 0) return null;
  return settingsIn(
    JSON.stringify(data.map((one) => ({ class: one.class, schemas: one.schemas, fields: one.fields }))),
  );
}

/** The classes of what models protect, by the ids of their data; the same object for the same words. */
export function classesById(models: readonly Model[]): ReadonlyMap<string, DataClass> {
  const data = models.flatMap((model) => model.data);
  return classesIn(JSON.stringify(data.map((one) => [one.id, one.class])));
}

const classesIn = memoText(100, (text): ReadonlyMap<string, DataClass> => {
  const data = JSON.parse(text) as [id: string, word: string][];
  return new Map(
    data.flatMap(([id, word]): [string, DataClass][] => {
      const known = CLASSES[word] ?? null;
      return known === null ? [] : [[id, known]];
    }),
  );
});

type Said = Pick<ModelData, 'class' | 'schemas' | 'fields'>;

const settingsIn = memoText(100, (text) => {
  const data = JSON.parse(text) as Said[];
  // The first that names a field counts, so it is put in last.
  const byName = (names: (one: Said) => readonly string[]) =>
    new Map(
      data.flatMap((one) => names(one).map((name) => [bare(name), CLASSES[one.class] ?? null] as const)).reverse(),
    );
  return seeing(
    byName(({ fields }) => fields),
    byName(({ schemas }) => schemas),
  );
});

/** `store Customer` names the API too; a schema of that name in another API of the same model is as good. */
function bare(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

type Named = Pick<Property, 'name'> & { readonly schema?: string | null };

function seeing(fields: DataSettings['fields'], schemas: DataSettings['schemas']): DataSettings {
  const classOf = ({ name, schema = null }: Named): DataClass | null | undefined => {
    const own = fields.get(`${schema}.${name}`);
    if (own !== undefined) return own;
    const field = fields.get(name);
    return field === undefined && schema !== null ? schemas.get(schema) : field;
  };
  const propertiesSeen = memo((properties: readonly Property[]) => {
    if (properties.every((one) => says(classOf(one), one))) return properties;
    return properties.map((one) => (says(classOf(one), one) ? one : withClass(one, classOf(one) ?? null)));
  });
  const payloadSeen = memo((payload: Payload): Payload => {
    const properties = propertiesSeen(payload.properties);
    return properties === payload.properties ? payload : { ...payload, properties };
  });
  const see = memo((operation: Operation): Operation => {
    const parameters = operation.parameters.map((one) => {
      const said = classOf(one);
      return said === undefined || said === one.dataClass ? one : ({ ...one, dataClass: said } satisfies Parameter);
    });
    const request = operation.request && payloadSeen(operation.request);
    const responses = operation.responses.map((one) => {
      const payload = one.payload && payloadSeen(one.payload);
      return payload === one.payload ? one : { ...one, payload };
    });
    const same =
      request === operation.request &&
      responses.every((one, index) => one === operation.responses[index]) &&
      parameters.every((one, index) => one === operation.parameters[index]);
    return same ? operation : Object.create(operation, overlay({ parameters, request, responses, shape: {} }));
  });
  return { fields, schemas, see };
}

function says(said: DataClass | null | undefined, { dataClass }: Property): boolean {
  return said === undefined || said === dataClass;
}

/** Properties read some of their facts when asked, so the class is laid over the object instead of copying it. */
function withClass(property: Property, dataClass: DataClass | null): Property {
  return Object.create(property, overlay({ dataClass }));
}

function overlay(values: Readonly<Record<string, unknown>>): PropertyDescriptorMap {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, enumerable: true }]));
}
