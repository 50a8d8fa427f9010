import type { Parameter } from '../../openapi/types';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet, words } from '../facts/words';
import type { Rule } from '../types';

const PAGING = wordSet('page next prev previous continuation continue cursor sync list skip starting ending upload');
const SECRET = wordSet('password passwd pwd passphrase passcode secret pin ssn cvv cvc otp');
const NUMBER = wordSet('number card pan iban cvv cvc expiry');
const TOKEN = wordSet('token key jwt');

export const sensitiveDataInQuery: Rule = {
  id: 'sensitive-data-in-query',
  title: 'Secrets or private data stand in the address',
  stride: ['information-disclosure', 'spoofing'],
  owasp: ['API8:2023', 'API2:2023', 'API7:2019'],
  cwe: [598],
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
  evidence(operation, api) {
    if (operation.kind !== 'operation') return null;
    const parameter = operation.parameters.find(isSensitive);
    if (parameter === undefined) return null;
    return shown({
      message: `${factsOf(operation).label} takes ${parameter.name} in the address, where logs keep it`,
      at: parameter.at,
      part: `query.${parameter.name}`,
      cause: `query.${parameter.name}`,
      causeMessage: (touched) => `${count(touched)} take ${parameter.name} in the address, where logs keep it`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function isSensitive({ in: where, name, type, dataClass }: Parameter): boolean {
  if (where !== 'query' || type === 'boolean') return false;
  const list = words(name);
  const last = list.at(-1) ?? '';
  if (anyOf(list, PAGING)) return false;
  if (SECRET.has(last)) return true;
  if (dataClass === 'credentials') return TOKEN.has(last);
  if (dataClass === 'payment') return NUMBER.has(last);
  return dataClass === 'government-id' || dataClass === 'health' || dataClass === 'special';
}
