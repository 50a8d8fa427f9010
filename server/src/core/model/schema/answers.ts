import { DATE, idOf, many, namesOf, one, STATEMENT, TEXT, WHERE, words } from './schema-types';

export const STRATEGY_MEANINGS = {
  reduce: 'Something is built that makes it harder or less harmful.',
  transfer: 'Someone else takes it over: a provider, an insurance.',
  avoid: 'What makes it possible goes away.',
  accept: 'It stays, and somebody answers for that until a day.',
} as const;
export const STRATEGIES = namesOf(STRATEGY_MEANINGS);

export const STATUS_MEANINGS = {
  missing: 'It is known not to be there.',
  planned: 'It will be there by the day it is due.',
  implemented: 'It is there.',
  verified: 'It is there, and the evidence shows it.',
} as const;
export const STATUSES = namesOf(STATUS_MEANINGS);

/** The keys without which an answer of each strategy answers nothing. */
export const NEEDS = {
  reduce: ['status'],
  transfer: ['to', 'status'],
  avoid: ['removes', 'status'],
  accept: ['reason', 'owner', 'until'],
} as const;

export const MITIGATION_KEYS = [
  one('strategy', words(STRATEGY_MEANINGS), 'What is done about it; `reduce` by default.'),
  one('control', { kind: 'control' }, 'The known control that it is: answers what that control is known to answer.'),
  many('covers', STATEMENT, 'What it answers: `tampering on GET /orders`, a threat, or beside `control` a place.'),
  many('except', STATEMENT, 'What it does not answer after all.'),
  many('removes', WHERE, 'For `avoid`: the operations that go away.'),
  one('status', words(STATUS_MEANINGS), 'How far it is.'),
  many('evidence', { kind: 'evidence' }, 'What proves it: a file, `file#text` in it, or an address.'),
  one('to', TEXT, 'For `transfer`: who takes it over.'),
  one('reason', TEXT, 'For `accept`: why that is all right.'),
  one('until', DATE, 'For `accept`: the last day; then it is open again.'),
  one('due', DATE, 'For `planned`: the day by which it is done.'),
  one('effect', { kind: 'percentage' }, 'How much of the risk it takes away.'),
  many('in', idOf('environments'), 'The environments that it holds in; all by default.'),
  one('monitor', TEXT, 'Where one would see it happen.'),
] as const;

export const ASSUMPTION_KEYS = [
  many('covers', STATEMENT, 'What it would answer, were it true.'),
  one('until', DATE, 'The day by which it is looked at again.'),
  one('reason', TEXT, 'Why it is believed.'),
  many('evidence', { kind: 'evidence' }, 'What supports it.'),
] as const;

export const NOT_APPLICABLE_KEYS = [one('reason', TEXT, 'Why.')] as const;
