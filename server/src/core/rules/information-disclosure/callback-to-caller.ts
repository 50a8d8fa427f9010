import { asks } from '../conditions/build';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { namesAddress } from '../facts/outbound';
import { words } from '../facts/words';
import type { Rule } from '../types';

export const callbackToCaller: Rule = {
  id: 'callback-to-caller',
  title: 'We call an address that the caller gave',
  stride: ['information-disclosure', 'denial-of-service'],
  owasp: ['API7:2023', 'API10:2023'],
  cwe: [918],
  capec: [664],
  asvs: ['1.3.6', '13.2.4', '15.3.2'],
  controls: ['destination-allow-list'],
  dread: [6, 7, 6, 6, 5],
  dreadReasons: [
    'The server calls inner addresses, or floods somebody else.',
    'It works every time.',
    'Another address in the request.',
    'Whoever stands behind the address.',
    'The expression stands in the description.',
  ],
  impact: 'Somebody names an inner address, and the server calls it with its own rights.',
  falsePositive: 'The address is compared with one that was registered and verified.',
  mend: 'Take the key of a registered address instead of the address.',
  stubs: {
    reduce: 'Call only addresses that were registered and verified',
    transfer: 'Let an outgoing proxy refuse inner addresses',
    avoid: 'Let clients fetch instead of calling them',
    accept: 'Callers are trusted to name addresses',
  },
  when: [
    asks(
      ({ kind }) => kind === 'callback',
      'We call it.',
      ({ kind }) => (kind === 'webhook' ? 'It is a webhook: its address is not in the request.' : 'Callers reach it.'),
    ),
    asks(
      ({ path }) => isFromRequest(path),
      ({ path }) => `Its address comes out of the request (${path}).`,
      ({ path }) =>
        path.includes('$request.')
          ? 'The value that holds its address is flagged itself.'
          : 'Its address does not come out of a request.',
    ),
  ],
  evidence(operation, api) {
    return shown({
      message: `${factsOf(operation).label} calls an address out of the request (${operation.path})`,
      at: operation.pathAt,
      cause: `callback ${operation.path}`,
      causeMessage: (touched) => `${count(touched)} call an address out of the request (${operation.path})`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** An expression over the request, unless the value that it names is flagged where it is declared. */
function isFromRequest(expression: string): boolean {
  if (!expression.includes('$request.')) return false;
  return !namesAddress(
    words(
      expression
        .split(/[/.#{}]/)
        .filter((one) => one !== '')
        .at(-1) ?? '',
    ),
  );
}
