import type { ApiFacts } from '../types';
import { traitsOf } from './api-traits';
import { causeWithin, type ObjectReference } from './object-references';

/** A reference's cause, and how it is written; with what stands around it where that makes it another kind of object. */
export function placeOf(
  reference: ObjectReference,
  { description }: ApiFacts,
): Pick<ObjectReference, 'cause' | 'written'> {
  const within = causeWithin(reference);
  if (within === reference.cause || !traitsOf(description).kindsApart.has(within)) return reference;
  return { cause: within, written: `${reference.around}/${reference.written}` };
}
