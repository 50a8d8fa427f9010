import type { Operation } from '../../openapi/types';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { wordSet } from '../facts/words';
import type { Rule } from '../types';

const ENTRIES = wordSet('log trail event entry record');

export const erasableAuditTrail: Rule = {
  id: 'erasable-audit-trail',
  title: 'The record of what happened can be changed',
  stride: ['repudiation', 'tampering'],
  owasp: ['API10:2019'],
  cwe: [778],
  asvs: ['16.4.2', '16.4.3'],
  controls: ['append-only-log'],
  dread: [7, 8, 5, 6, 6],
  dreadReasons: [
    'With the record goes the proof of everything else.',
    'One call removes it.',
    'The caller needs the right to call it.',
    'All who rely on the record.',
    'The operation is in the published description.',
  ],
  impact: 'Whoever did something wrong can remove or rewrite the trace of it.',
  falsePositive: 'The operation changes settings of the log, not its entries, or only hides them in a view.',
  mend: 'Offer no PUT, PATCH or DELETE on the entries of an audit trail.',
  stubs: {
    reduce: 'Keep a second copy that nobody can change',
    transfer: 'Send the entries to a log service of another team',
    avoid: 'Remove the operation',
    accept: 'The entries are kept elsewhere as well',
  },
  when: [
    served,
    asks(
      (operation) => factsOf(operation).writes && operation.method !== 'POST',
      'It changes or deletes what is there.',
      'It neither changes nor deletes what is there.',
    ),
    asks(isAuditTrail, 'Its path names the audit trail.', 'Its path names no audit trail.'),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    return shown({
      message: `${label} changes the audit trail itself`,
      at: operation.at,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function isAuditTrail(operation: Operation): boolean {
  const { pathWords } = factsOf(operation);
  const at = pathWords.indexOf('audit');
  return at >= 0 && pathWords.length <= at + 2 && ENTRIES.has(pathWords[at + 1] ?? '');
}
