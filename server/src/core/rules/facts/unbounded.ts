import type { Operation } from '../../openapi/types';
import { type Input, inputsOf } from './inputs';
import { perObject } from './per-object';

/** A part of a body whose size nothing bounds, in words: `the length of note`, `the number of lines`. */
export interface Unbounded {
  readonly input: Input | null;
  readonly what: string;
}

/** The first text without `maxLength` or list without `maxItems` that it takes in its body; null where each is bounded. */
export const unboundedOf: (operation: Operation) => Unbounded | null = perObject((operation) => {
  const { request } = operation;
  if (request === null) return null;
  if (request.isList && !request.listBounded) return { input: null, what: 'how many entries its list has' };
  const open = inputsOf(operation).find((one) => one.in === 'body' && isOpenEnded(one));
  if (open === undefined) return null;
  return {
    input: open,
    what: open.type === 'array' ? `how many ${open.name} there are` : `the length of ${open.name}`,
  };
});

/** Formats of texts that are as long as their kind. */
const FIXED: ReadonlySet<string> = new Set('date date-time time uuid ipv4 ipv6 duration'.split(' '));

function isOpenEnded({ type, format, bounds }: Input): boolean {
  if (type === 'array') return bounds.maxItems === undefined;
  if (type !== 'string' || FIXED.has(format)) return false;
  return bounds.maxLength === undefined && !bounds.hasEnum && !bounds.hasPattern;
}
