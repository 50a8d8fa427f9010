/** Remembers one derived value per object, for as long as the object lives. */
export function memo<K extends object, V>(derive: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { value: derive(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}
