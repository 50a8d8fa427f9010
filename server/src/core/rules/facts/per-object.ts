import type { Shape } from '../../openapi/types';

type Fact = object | string | boolean | null;

/**
 * Remembers one derived value per object, for as long as the object lives. Unlike the plain memo, all facts of one object
 * share one look-up: every rule asks several of them of the same operation before the next one comes.
 * `derive` may not return undefined.
 */
export const perObject: <K extends object, V extends Fact>(derive: (key: K) => V) => (key: K) => V = remembering(
  (key) => key,
);

/** As `perObject`, for facts of an operation that read nothing inherited: they outlive an edit of the root. */
export const perShape: <V extends Fact>(derive: (shape: Shape) => V) => (shape: Shape) => V = remembering<Shape>(
  ({ shape }) => shape,
);

function remembering<B extends object>(
  ownerOf: (key: B) => object,
): <K extends B, V extends Fact>(derive: (key: K) => V) => (key: K) => V {
  const slotsOf = new WeakMap<object, unknown[]>();
  let lastOwner: object | null = null;
  let lastSlots: unknown[] = [];
  let facts = 0;

  function select(owner: object): unknown[] {
    let slots = slotsOf.get(owner);
    if (slots === undefined) {
      slots = [];
      slotsOf.set(owner, slots);
    }
    lastOwner = owner;
    lastSlots = slots;
    return slots;
  }

  return <K extends B, V extends Fact>(derive: (key: K) => V) => {
    const index = facts++;
    return (key: K) => {
      const owner = ownerOf(key);
      const slots = owner === lastOwner ? lastSlots : select(owner);
      const known = slots[index];
      // Slots of this index hold only what this `derive` returned.
      if (known !== undefined) return known as V;
      const value = derive(key);
      slots[index] = value;
      return value;
    };
  };
}
