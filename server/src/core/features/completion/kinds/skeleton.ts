import type { Source } from '../source';

/** The value of a new entry: one text, or its keys with what they begin as, a text or several. */
export type Value = string | readonly (readonly [key: string, value: string | readonly string[], isNumber?: true])[];

/** A new entry of a section, with what it needs. */
export interface Skeleton {
  readonly label: string;
  readonly detail: string;
  readonly name: string;
  readonly value: Value;
}

/** A zone that is trusted so far; else any. Nothing where the model has no zone. */
export function zone(source: Source, trust: string): readonly (readonly [string, string])[] {
  const zones = source.named(['zones']);
  const found = zones.find(({ title }) => title === trust) ?? zones.at(trust === 'untrusted' ? 0 : -1);
  return found === undefined ? [] : [['zone', found.id]];
}
