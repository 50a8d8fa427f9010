import type { ApiDescription, Operation } from '../openapi/types';
import { STRIDE, type Stride } from '../rules/types';
import type { CategoryStates } from './categories';
import { fingerprintOf } from './fingerprint';
import { nameOf, PLAIN_WORDS } from './questions';
import type { Finding } from './types';

/** The categories of which nobody has said anything. */
export function unansweredIn(states: CategoryStates): readonly Stride[] {
  return STRIDE.filter((category) => states[category] === 'unanswered');
}

/** One question per operation, in plain words; null where all is answered. */
export function unansweredOperation(
  operation: Operation,
  states: CategoryStates,
  specPath: string,
  lacking: string,
): Finding | null {
  const stride = unansweredIn(states);
  if (stride.length === 0) return null;
  const words = stride.map((category) => `${PLAIN_WORDS[category]} (${category})`).join('; ');
  const message = `Nobody has said yet what keeps these from happening on ${nameOf(operation)}: ${words}`;
  const key = { method: operation.method, path: `${operation.name}${operation.path}` };
  return { ...question({ message, stride, operations: [operation], at: operation.at, specPath, ...key }), lacking };
}

/** The one question of an API that no model speaks of. */
export function unansweredApi(
  description: ApiDescription,
  operations: readonly Operation[],
  specPath: string,
): Finding {
  const count = operations.length === 1 ? '1 operation' : `${operations.length} operations`;
  const message = `No threat model covers this API: nobody has answered for its ${count}`;
  const all = { message, stride: STRIDE, operations, at: description.at, specPath, method: '', path: '' };
  return { ...question(all), apiWide: true };
}

interface Question {
  readonly message: string;
  readonly stride: readonly Stride[];
  readonly operations: readonly Operation[];
  readonly at: Operation['at'];
  readonly specPath: string;
  readonly method: string;
  readonly path: string;
}

function question({ message, stride, operations, at, specPath, method, path }: Question): Finding {
  const fingerprint = fingerprintOf({ rule: 'unanswered', specPath, method, path, part: '' });
  return {
    rule: 'unanswered',
    definition: null,
    threat: null,
    title: 'Unanswered questions',
    message,
    stride,
    owasp: [],
    cwe: [],
    severity: 'information',
    acceptable: 'note',
    certainty: 'silent',
    state: 'unanswered',
    risk: { method: 'dread', inherent: 0, residual: 0, level: 'note', rank: 0 },
    basis: null,
    operations,
    members: [],
    part: '',
    at,
    answers: [],
    lacking: '',
    apiWide: false,
    fingerprint,
    id: fingerprint,
  };
}
