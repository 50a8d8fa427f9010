import { adjust, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const erasableAuditTrail: Rule = {
  id: 'erasable-audit-trail',
  title: 'The record of what happened can be changed',
  stride: ['repudiation', 'tampering'],
  owasp: ['API10:2019'],
  cwe: [778],
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
  evidence(operation, api) {
    const { label, pathWords } = factsOf(operation);
    if (operation.kind !== 'operation' || !['DELETE', 'PUT', 'PATCH'].includes(operation.method)) return null;
    const at = pathWords.indexOf('audit');
    const entries = at >= 0 && ['log', 'trail', 'event', 'entry', 'record'].includes(pathWords[at + 1] ?? '');
    if (!entries || pathWords.length > at + 2) return null;
    return shown({
      message: `${label} changes the audit trail itself`,
      at: operation.at,
      dread: adjust(this.dread, operation, api),
    });
  },
};
