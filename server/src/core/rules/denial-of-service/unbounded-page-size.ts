import type { Operation } from '../../openapi/types';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import type { Input } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { pageSizeOf, unboundedSize } from '../facts/paging';
import type { ApiFacts, Rule } from '../types';

export const unboundedPageSize: Rule = {
  id: 'unbounded-page-size',
  title: 'The caller asks for as much as they like',
  stride: ['denial-of-service', 'information-disclosure'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [770],
  capec: [130],
  asvs: ['15.1.3', '15.2.2'],
  controls: ['pagination', 'rate-limiting'],
  dread: [4, 8, 8, 6, 6],
  dreadReasons: [
    'The service becomes slow or stops; nothing is lost.',
    'Every call with a large number does it.',
    'A number in the address.',
    'All who use the service at that time.',
    'The parameter has no upper bound in the description.',
  ],
  impact: 'One request for a million entries exhausts memory, and one call copies the whole collection.',
  falsePositive: 'The server caps the number, and only the description does not say so.',
  mend: 'Give the parameter a `maximum`.',
  stubs: {
    reduce: 'Cap the page size on the server',
    transfer: 'Let the gateway refuse large page sizes',
    avoid: 'Fix the page size',
    accept: 'The collection is small',
  },
  parameters: { largest: 'The largest maximum that a page may declare; without it any maximum will do.' },
  when: [
    served,
    finds(
      sizeOf,
      ({ name, bounds }) =>
        bounds.maximum === undefined
          ? `The caller chooses ${name}, and no maximum bounds it.`
          : `The caller may choose ${bounds.maximum} as ${name}, more than the model allows.`,
      'No parameter lets the caller choose an unbounded amount.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const size = sizeOf(operation, api);
    if (size === null) return null;
    const amount = size.bounds.maximum === undefined ? 'any number' : `up to ${size.bounds.maximum}`;
    return shown({
      message: `${factsOf(operation).label} takes ${amount} as ${size.name}`,
      at: size.at,
      part: size.part,
      cause: size.part,
      causeMessage: (touched) => `${count(touched)} take ${amount} as ${size.name}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** An amount without a maximum, or with one above what the model allows. */
function sizeOf(operation: Operation, { parameters }: ApiFacts): Input | null {
  const open = unboundedSize(operation);
  const written = parameters?.get('unbounded-page-size.largest') ?? '';
  // Anything else is told in the model, and changes nothing.
  const largest = /^\d+(?:\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
  if (open !== null || Number.isNaN(largest)) return open;
  const size = pageSizeOf(operation);
  return size !== null && (size.bounds.maximum ?? 0) > largest ? size : null;
}
