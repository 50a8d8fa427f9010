const slotsOf = new WeakMap<object, unknown[]>();
let lastKey: object | null = null;
let lastSlots: unknown[] = [];
let facts = 0;

/**
 * Remembers one derived value per object, for as long as the object lives. Unlike the plain memo, all facts of one object
 * share one look-up: every rule asks several of them of the same operation before the next one comes.
 * `derive` may not return undefined.
 */
export function perObject<K extends object, V extends object | string | boolean | null>(
  derive: (key: K) => V,
): (key: K) => V {
  const index = facts++;
  return (key) => {
    const slots = key === lastKey ? lastSlots : select(key);
    const known = slots[index];
    // Slots of this index hold only what this `derive` returned.
    if (known !== undefined) return known as V;
    const value = derive(key);
    slots[index] = value;
    return value;
  };
}

function select(key: object): unknown[] {
  let slots = slotsOf.get(key);
  if (slots === undefined) {
    slots = [];
    slotsOf.set(key, slots);
  }
  lastKey = key;
  lastSlots = slots;
  return slots;
}
