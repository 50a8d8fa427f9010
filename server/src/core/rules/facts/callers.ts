import type { ApiFacts } from '../types';

/** Only actors of trusted zones are to call it, and the API can be reached from elsewhere. */
export function isForInside({ calledInside, exposure }: ApiFacts): boolean {
  return calledInside === true && exposure !== 'internal';
}
