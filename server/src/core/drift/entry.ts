import type { Entry } from './types';

/** An entry without its empty fields, its lists sorted and each word once, so that equal things are written alike. */
export function entryOf(fields: Readonly<Record<string, string | readonly string[]>>): Entry {
  const entry: Record<string, string | readonly string[]> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value.length === 0) continue;
    entry[field] = typeof value === 'string' ? value : [...new Set(value)].sort();
  }
  return entry;
}

/** The list of a field; a text counts as a list of one. */
export function listIn(entry: Entry, field: string): readonly string[] {
  const value = entry[field];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The text of a field, or empty. */
export function textIn(entry: Entry, field: string): string {
  const value = entry[field];
  return typeof value === 'string' ? value : '';
}
