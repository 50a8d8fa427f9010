import type { Entry, Records } from './types';

/** The key of a lock's last line, which never changes, so that every other line ends with a comma and lines merge. */
export const LOCK_KEY = 'stridewiseLock';
export const LOCK_VERSION = 1;
/** Marks an operation that went away as an answer wanted it: it is kept, so that the answer can still be told from a slip. */
export const GONE_FIELD = 'gone';

/** The text of a lock: JSON, one thing a line, sorted. */
export function lockText(reviewed: string, records: Records | ReadonlyMap<string, { readonly entry: Entry }>): string {
  const keys = [...records.keys()].sort();
  const lines = keys.map((key) => lockLine(key, records.get(key)?.entry ?? {}));
  return `{\n"reviewed": ${JSON.stringify(reviewed)},\n${lines.map((line) => `${line},\n`).join('')}"${LOCK_KEY}": ${LOCK_VERSION}\n}\n`;
}

/** `"store GET /orders": {"id": "listOrders", "returns": ["personal"]}`. */
export function lockLine(key: string, entry: Entry): string {
  const fields = Object.entries(entry).map(([field, value]) => `${JSON.stringify(field)}: ${valueText(value)}`);
  return `${JSON.stringify(key)}: {${fields.join(', ')}}`;
}

function valueText(value: string | readonly string[]): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
}
