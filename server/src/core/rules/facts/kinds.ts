import type { Shape } from '../../openapi/types';
import { causeWithin, wholeReferenceOf } from './object-references';
import { factsOf } from './operation-facts';
import { perShape } from './per-object';

/** What an operation on one object says of its kind: where it stands, and by which schemas it is answered. */
interface Kind {
  readonly cause: string;
  /** The cause together with what stands around it. */
  readonly within: string;
  readonly schemas: readonly string[];
}

export const kindOf: (operation: Shape) => Kind | null = perShape((operation) => {
  const reference = wholeReferenceOf(operation);
  if (reference === null) return null;
  const schemas = factsOf(operation).results.flatMap((one) => one.schemas);
  return schemas.length === 0 ? null : { cause: reference.cause, within: causeWithin(reference), schemas };
});

/**
 * Tells objects apart that bear one name below different parents: refunds of fees and refunds of charges are one kind only
 * if they are answered by the same schemas.
 */
export class Kinds {
  readonly #schemas = new Map<string, Map<string, Set<string>>>();

  add(kind: Kind | null): void {
    if (kind === null) return;
    const { cause, within, schemas } = kind;
    const places = this.#schemas.get(cause) ?? new Map<string, Set<string>>();
    const known = places.get(within) ?? new Set<string>();
    for (const schema of schemas) known.add(schema);
    this.#schemas.set(cause, places.set(within, known));
  }

  /** The places whose objects are of another kind than those that stand alone, or else than the first ones. */
  get apart(): ReadonlySet<string> {
    const apart = new Set<string>();
    for (const [cause, places] of this.#schemas) {
      const main = places.get(cause) ?? places.values().next().value;
      for (const [within, schemas] of places) if (main && !sharesOne(main, schemas)) apart.add(within);
    }
    return apart;
  }
}

function sharesOne(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) if (others.has(one)) return true;
  return false;
}
