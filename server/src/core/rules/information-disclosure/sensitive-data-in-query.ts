import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, type Change, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { isSensitiveQuery } from '../facts/sensitive-query';
import type { Rule } from '../types';

/** An address in a log is a nuisance, a password in it a break-in. */
const CONTACTS: Change = { add: [-5, -1, -2, -2, -3], reason: 'how to reach a person is no secret' };

export const sensitiveDataInQuery: Rule = {
  id: 'sensitive-data-in-query',
  title: 'Secrets or private data stand in the address',
  stride: ['information-disclosure', 'spoofing'],
  owasp: ['API8:2023', 'API2:2023', 'API7:2019'],
  cwe: [598],
  asvs: ['14.2.1'],
  controls: ['secrets-out-of-urls'],
  dread: [6, 6, 5, 6, 6],
  dreadReasons: [
    'Whoever reads the address has the secret.',
    'Every log and history keeps it.',
    'It takes a look at a log, a history or a referrer.',
    'Everyone whose secret was once sent this way.',
    'The parameter is in the published description.',
  ],
  impact: 'Passwords, tokens or private data end up in server logs, browser histories and analytics.',
  falsePositive: 'The value is public or works only once, or the address is never logged.',
  mend: 'Take the value in a header or in the body of a POST.',
  stubs: {
    reduce: 'Keep the value out of every log',
    transfer: 'Let the gateway exchange the value for a header',
    avoid: 'Move the value into a header or a body',
    accept: 'The value works once and only for minutes',
  },
  when: [
    served,
    finds(
      ({ parameters }) => parameters.find(isSensitiveQuery),
      ({ name }) => `It takes ${name} in the query of its address.`,
      'No query parameter of it is a secret or personal by its name.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const parameter = operation.parameters.find(isSensitiveQuery);
    if (parameter === undefined) return null;
    return shown({
      message: `${factsOf(operation).label} takes ${parameter.name} in the address, where logs keep it`,
      at: parameter.at,
      part: `query.${parameter.name}`,
      cause: `query.${parameter.name}`,
      causeMessage: (touched) => `${count(touched)} take ${parameter.name} in the address, where logs keep it`,
      dread: adjust(this.dread, operation, api, parameter.dataClass === 'personal' ? CONTACTS : null),
    });
  },
};
