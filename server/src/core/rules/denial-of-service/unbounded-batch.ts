import type { Operation } from '../../openapi/types';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, singular, wordSet } from '../facts/words';
import type { Rule } from '../types';

const BATCHES = wordSet('batch bulk many multiple mass');

export const unboundedBatch: Rule = {
  id: 'unbounded-batch',
  title: 'One call may ask for any number of things',
  stride: ['denial-of-service'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [770],
  capec: [130],
  asvs: ['15.1.3', '15.2.2'],
  controls: ['size-limit', 'rate-limiting', 'time-limit'],
  dread: [5, 8, 7, 6, 5],
  dreadReasons: [
    'The service is busy with one caller.',
    'It works every time.',
    'A longer list in the same request.',
    'Everyone who uses the service.',
    'The list stands in the description.',
  ],
  impact: 'One request with a million entries does the work of a million requests, past every limit by call.',
  falsePositive: 'The framework bounds the list, or the size of the request does.',
  mend: 'Bound the list with `maxItems`.',
  stubs: {
    reduce: 'Refuse lists beyond a fixed length',
    transfer: 'Let the gateway bound the size of requests',
    avoid: 'Take one thing a call',
    accept: 'Only trusted callers send lists',
  },
  when: [
    served,
    asks(
      (operation) => batchOf(operation) !== null,
      'It takes a list of any length.',
      ({ request }) =>
        request?.isList === true && request.listBounded
          ? '`maxItems` bounds the list that it takes.'
          : 'It takes no list as its whole request.',
    ),
  ],
  evidence(operation, api) {
    const named = batchOf(operation) === 'named';
    const { label } = factsOf(operation);
    return shown({
      message: `${label} takes a list of any length`,
      at: operation.request?.at ?? operation.at,
      cause: named ? '' : 'request lists',
      causeMessage: (touched) => `${count(touched)} take lists of any length`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** `named`: the operation is made for many at once. `list`: its request merely is a list. */
function batchOf(operation: Operation): 'named' | 'list' | null {
  const { request } = operation;
  if (request === null) return null;
  const { lastWords, idWords } = factsOf(operation);
  const named = anyOf([...lastWords, ...idWords].map(singular), BATCHES);
  if (request.isList) return request.listBounded ? null : named ? 'named' : 'list';
  const open = request.properties.some(
    ({ type, path, bounds }) => type === 'array' && !path.includes('.') && bounds.maxItems === undefined,
  );
  return named && open ? 'named' : null;
}
