import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { insideOf } from '../facts/insides';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const verboseErrors: Rule = {
  id: 'verbose-errors',
  title: 'Errors tell how the server is built',
  stride: ['information-disclosure'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [209],
  capec: [54, 215],
  asvs: ['16.5.1'],
  controls: ['error-handling'],
  dread: [4, 8, 7, 4, 6],
  dreadReasons: [
    'Paths, queries and versions help with the next attack.',
    'A wrong request is enough.',
    'Any HTTP tool.',
    'The service; its users only indirectly.',
    'The property stands in the error’s schema.',
  ],
  impact: 'Stack traces and database messages show an attacker where to try next.',
  falsePositive: 'The property is filled only outside production, or carries a harmless code.',
  mend: 'Answer errors with a code and an id to look up, for example as problem details (RFC 9457).',
  stubs: {
    reduce: 'Keep traces in the log and send an id',
    transfer: 'Let the gateway replace error bodies',
    avoid: 'Take the property out of the error schema',
    accept: 'Callers need the trace, and all of them are ours',
  },
  when: [
    served,
    finds(
      insideOf,
      ({ path }) => `An error response of it has ${path}.`,
      'No error response of it shows how the server is built.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const property = insideOf(operation);
    if (property === null) return null;
    return shown({
      message: `${factsOf(operation).label} answers errors with ${property.path}`,
      at: property.at,
      part: `response.${property.path}`,
      cause: `schema ${property.schema ?? ''} property.${property.name}`,
      causeMessage: (touched) => `Errors of ${count(touched)} carry ${property.name}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
