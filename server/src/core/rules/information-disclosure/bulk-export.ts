import type { Operation } from '../../openapi/types';
import { noRoleAsked } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, singular, wordSet } from '../facts/words';
import type { Rule } from '../types';

const EXPORTS = wordSet('export dump backup');
const PEOPLE = wordSet(
  'user customer employee patient member person people contact subscriber client account citizen student',
);

export const bulkExport: Rule = {
  id: 'bulk-export',
  title: 'One call hands out the data of many people',
  stride: ['information-disclosure'],
  owasp: ['API3:2023', 'API3:2019'],
  cwe: [359],
  asvs: ['2.4.1', '14.2.6'],
  controls: ['role-check', 'output-filtering'],
  dread: [7, 6, 6, 8, 6],
  dreadReasons: [
    'The data of many people in one file.',
    'It works for whoever may call it.',
    'One request.',
    'Everyone in the store.',
    'The name says what it does.',
  ],
  impact: 'One stolen token is enough to carry away everybody’s data.',
  falsePositive: 'It exports the caller’s own data only.',
  mend: 'Ask for a scope of its own, and bound what one call returns.',
  stubs: {
    reduce: 'Let only named roles export, and record every export',
    transfer: 'Let the data platform hand out exports',
    avoid: 'Offer pages instead of an export',
    accept: 'Everybody may see what it exports',
  },
  when: [
    served,
    asks(isExport, 'By its name it exports, and what it returns is personal or secret.', (operation) =>
      factsOf(operation).own ? 'It exports the caller’s own.' : 'It exports nothing personal.',
    ),
    noRoleAsked,
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const message = `${label} hands out the data of many people in one call`;
    return shown({ message, at: operation.at, dread: adjust(this.dread, operation, api) });
  },
};

function isExport(operation: Operation): boolean {
  const { own, lastWords, idWords, pathWords, returns, segments } = factsOf(operation);
  if (own || segments.some((one) => one.includes('{'))) return false;
  if (!anyOf([...lastWords, ...idWords].map(singular), EXPORTS)) return false;
  return returns.size > 0 || anyOf(pathWords, PEOPLE);
}
