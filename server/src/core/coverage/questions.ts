import type { Operation } from '../openapi/types';
import { type Exposure, STRIDE, type Stride } from '../rules/types';
import { isOutgoing, type Traffic } from './called';

const INTERNAL: readonly Stride[] = ['spoofing', 'tampering', 'elevation-of-privilege'];
const CALLED: readonly Stride[] = STRIDE.filter((category) => category !== 'elevation-of-privilege');

/**
 * The categories that somebody must have thought of for this operation (the interactions of Microsoft's template). Of what somebody
 * else serves (`called`) nobody is asked where no flow shows the call.
 */
export function questionsOf(operation: Operation, exposure: Exposure, called: Traffic | null): readonly Stride[] {
  const isOut = isOutgoing(operation, called !== null);
  if (called !== null && !(isOut ? called.out : called.back)) return [];
  if (isOut) return CALLED;
  // What comes back from somebody else comes from outside, wherever they themselves may be reached.
  if (called !== null) return STRIDE;
  return exposure === 'internal' ? INTERNAL : STRIDE;
}

/** Each category for people who never heard of STRIDE. */
export const PLAIN_WORDS: Readonly<Record<Stride, string>> = {
  spoofing: 'someone passes for somebody else',
  tampering: 'data is changed unnoticed',
  repudiation: 'someone can deny what they did',
  'information-disclosure': 'the wrong people see data',
  'denial-of-service': 'it is made slow, costly or stopped',
  'elevation-of-privilege': 'someone does what they may not',
};

/** `GET /orders/{id}`, `webhook orderShipped`. */
export function nameOf(operation: Operation): string {
  return operation.kind === 'operation'
    ? `${operation.method} ${operation.path}`
    : `${operation.kind} ${operation.name}`;
}
