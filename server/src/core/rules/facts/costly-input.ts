import type { Bounds, Operation } from '../../openapi/types';
import { type Input, inputsOf } from './inputs';

/** Up to this length even an exponential match ends at once. */
const HARMLESS = 15;

/** The first input whose pattern may take exponential time on a value that is long enough for it. */
export function costlyInput(operation: Operation): Input | undefined {
  return inputsOf(operation).find(({ bounds }) => bounds.costlyPattern === true && !isShort(bounds));
}

function isShort({ maxLength }: Bounds): boolean {
  return maxLength !== undefined && maxLength <= HARMLESS;
}
