import type { Operation } from '../../openapi/types';
import { afterLogin, changes } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adminSurfaceOf } from '../facts/access';
import { traitsOf } from '../facts/api-traits';
import { adjust, count, grave, silent } from '../facts/evidence';
import { movesMoney } from '../facts/flows';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const missingAudit: Rule = {
  id: 'missing-audit',
  title: 'Nothing says that the change is recorded',
  stride: ['repudiation'],
  owasp: ['API10:2019'],
  cwe: [778],
  asvs: ['16.2.1', '16.3.3'],
  controls: ['audit-log'],
  dread: [5, 6, 5, 5, 3],
  dreadReasons: [
    'A wrong or malicious change cannot be traced.',
    'It holds for every change.',
    'Whoever is allowed the change needs no trick to deny it.',
    'Those whose records were changed.',
    'From outside nobody sees what is recorded.',
  ],
  impact: 'After a deletion, a payment or a change of rights nobody can prove who did it.',
  falsePositive: 'The service records such changes; a description rarely says so.',
  mend: 'Answer it in the model with the control `audit-log`; an operation that reads the trail shows it.',
  stubs: {
    reduce: 'Record who changed what and when, where it cannot be edited',
    transfer: 'Send the records to a log service of another team',
    avoid: 'Remove operations that change what must stay',
    accept: 'Nobody will need to know who did it',
  },
  when: [
    served,
    changes,
    afterLogin,
    asks(
      isWeighty,
      'It deletes, pays, changes secrets or is for administrators.',
      'It changes nothing that people are likely to dispute.',
    ),
    asks(
      (_, api) => !traitsOf(api.description).auditTrail,
      'No operation of this API reads an audit trail.',
      'The API has an audit trail to read.',
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    return silent({
      message: `${label} changes what people may later dispute, and nothing says that it is recorded`,
      at: api.description.at,
      cause: 'audit',
      causeMessage: (touched) =>
        `${count(touched)} delete, pay or change secrets, and nothing says that this is recorded`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function isWeighty(operation: Operation): boolean {
  const { takes } = factsOf(operation);
  return operation.method === 'DELETE' || adminSurfaceOf(operation) !== '' || movesMoney(operation) || grave(takes);
}
