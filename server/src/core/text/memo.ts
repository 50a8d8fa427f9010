import { detach } from './detach';

/** Remembers the value that `compute` gives for an object, for as long as the object lives. */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const hit = known.get(key);
    if (hit) return hit.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * Remembers the value that `compute` gives for a text, for up to `limit` texts. The text is copied first: a name cut from a
 * block would keep that block's text alive, and so would any part of the name in the value.
 * `compute` may not return undefined.
 */
export function memoText<V>(limit: number, compute: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) return hit;
    // A bound keeps a session of a thousand specifications from growing this without end.
    if (known.size >= limit) known.clear();
    const own = detach(text);
    const value = compute(own);
    known.set(own, value);
    return value;
  };
}
