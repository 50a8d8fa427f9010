/** Tells whether a value that came from elsewhere is what its type says. Keys that nobody knows are let be. */
export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value) => typeof value === 'string';

export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';

/** Neither infinite nor NaN. */
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);

export const isBytes: Guard<Uint8Array> = (value) => value instanceof Uint8Array;

/** One of these words. */
export function oneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** An object; every key of the type has its guard, and one that may be absent has one that takes `undefined`. */
export function shapeOf<T>(guards: { readonly [Key in keyof T]-?: Guard<T[Key]> }): Guard<T> {
  const all = Object.entries(guards) as [string, Guard<unknown>][];
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    all.every(([key, guard]) => guard((value as Record<string, unknown>)[key]));
}

export function anyOf<T extends readonly unknown[]>(
  ...guards: { readonly [Index in keyof T]: Guard<T[Index]> }
): Guard<T[number]> {
  const all = guards as readonly Guard<unknown>[];
  return (value): value is T[number] => all.some((guard) => guard(value));
}
