import type { Place } from '../text';
import { dataClassOf } from './data-classes';
import type { PropertyFacts } from './schema-facts';
import type { Summary } from './summary';
import type { Bounds, DataClass, Property } from './types';

/** A property as a view of its facts: there are very many, and most share nearly everything. */
export class Field implements Property {
  constructor(
    private readonly facts: PropertyFacts,
    private readonly value: Summary,
    readonly path: string,
    readonly dataClass: DataClass | null,
    readonly schema: string | null,
  ) {}

  is(value: Summary, path: string, dataClass: DataClass | null, schema: string | null): boolean {
    return this.value === value && this.schema === schema && this.dataClass === dataClass && this.path === path;
  }

  get name(): string {
    return this.facts.name;
  }

  get type(): string {
    return this.value.type;
  }

  get format(): string {
    return this.value.format;
  }

  get readOnly(): boolean {
    return this.value.readOnly;
  }

  get writeOnly(): boolean {
    return this.value.writeOnly;
  }

  get bounds(): Bounds {
    return this.value.bounds;
  }

  get values(): readonly string[] {
    return this.facts.values;
  }

  get dataFrom(): Property['dataFrom'] {
    if (this.dataClass === null) return null;
    const { declared, sample, type, format } = this.value;
    if (this.dataClass === declared) return 'declaration';
    const named = dataClassOf(this.name, { type, format, ofPerson: false });
    return named !== this.dataClass && this.dataClass === sample ? 'example' : 'name';
  }

  get at(): Place {
    return this.facts.at;
  }

  /** Written out it is what it says, not what it was made of. */
  toJSON(): Property {
    const { name, path, type, format, readOnly, writeOnly, bounds, dataClass, schema, at } = this;
    return { name, path, type, format, readOnly, writeOnly, bounds, dataClass, schema, at };
  }
}

/** Payloads share the fields that they have in common, up to this many for one property. */
const MOST_SHARED = 8;

/** The property as it is reached on a path: `owner.login` is the same field wherever `owner` is. */
export function fieldOf(
  facts: PropertyFacts,
  value: Summary,
  path: string,
  dataClass: DataClass | null,
  schema: string | null,
): Field {
  const known = facts.fields;
  for (const field of known) if (field.is(value, path, dataClass, schema)) return field;
  const field = new Field(facts, value, path, dataClass, schema);
  if (known.length === 0) facts.fields = [field];
  else if (known.length < MOST_SHARED) known.push(field);
  return field;
}
