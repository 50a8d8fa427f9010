import { DATE, type KeyDefinition, many, one, STATEMENT, TEXT, WHERE, words } from './schema-types';

export const STRATEGIES = ['reduce', 'transfer', 'avoid', 'accept'] as const;
export const STATUSES = ['missing', 'planned', 'implemented', 'verified'] as const;

export const MITIGATION_KEYS: readonly KeyDefinition[] = [
  one('strategy', words(...STRATEGIES), 'What is done about it; `reduce` by default.'),
  one('control', TEXT, 'The known control that it is: answers what that control is known to answer.'),
  many('covers', STATEMENT, 'What it answers: `tampering on GET /orders`, a threat, or beside `control` a place.'),
  many('except', STATEMENT, 'What it does not answer after all.'),
  many('removes', WHERE, 'For `avoid`: the operations that go away.'),
  one('status', words(...STATUSES), 'How far it is.'),
  many('evidence', TEXT, 'What proves it: a file, `file#text` in it, or an address.'),
  one('to', TEXT, 'For `transfer`: who takes it over.'),
  one('reason', TEXT, 'For `accept`: why that is all right.'),
  one('until', DATE, 'For `accept`: the last day; then it is open again.'),
  one('due', DATE, 'For `planned`: the day by which it is done.'),
  one('effect', { kind: 'percentage' }, 'How much of the risk it takes away.'),
  many('in', TEXT, 'The environments that it holds in; all by default.'),
  one('monitor', TEXT, 'Where one would see it happen.'),
];

export const ASSUMPTION_KEYS: readonly KeyDefinition[] = [
  many('covers', STATEMENT, 'What it would answer, were it true.'),
  one('until', DATE, 'The day by which it is looked at again.'),
  one('reason', TEXT, 'Why it is believed.'),
  many('evidence', TEXT, 'What supports it.'),
];
