import { inert } from '../core';

/** The same with some of its texts as plain words of one line, in which nothing is obeyed: people see them as they come. */
export function withInert<T extends object>(value: T, ...keys: readonly (keyof T)[]): T {
  const texts = keys.flatMap((key) => {
    const text = value[key];
    return typeof text === 'string' ? [[key, inert(text)]] : [];
  });
  return { ...value, ...Object.fromEntries(texts) };
}
