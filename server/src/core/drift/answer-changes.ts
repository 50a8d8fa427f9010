import type { Mitigation, Model, NotApplicable } from '../model/types';

/** One thing that a model came to say of its risks, or took back. */
export interface AnswerChange {
  /** The id of the answer, or the statement that does not apply. */
  readonly id: string;
  readonly what: 'added' | 'changed' | 'removed';
  /** Who answers for it, or empty. */
  readonly owner: string;
  /** `accepts disclosure on GET /pets until 2027-05-01: Nothing in it is private`. */
  readonly text: string;
}

/** How the answers of a model differ from those of an earlier one; null stands for a file that was not there. */
export function answerChanges(before: Model | null, now: Model | null): AnswerChange[] {
  const [old, fresh] = [answersOf(before), answersOf(now)];
  return [
    ...[...fresh].flatMap(([id, answer]) => changeOf(id, old.get(id), answer)),
    ...[...old]
      .filter(([id]) => !fresh.has(id))
      .map(([id, { owner, words }]): AnswerChange => ({ id, what: 'removed', owner, text: `no longer ${words}` })),
  ];
}

interface Answer {
  readonly owner: string;
  readonly words: string;
  /** What it is held against to see a change. */
  readonly facts: ReadonlyMap<string, string>;
}

function changeOf(id: string, before: Answer | undefined, { owner, words, facts }: Answer): AnswerChange[] {
  if (before === undefined) return [{ id, what: 'added', owner, text: words }];
  const changed = [...facts].filter(([fact, value]) => before.facts.get(fact) !== value);
  if (changed.length === 0) return [];
  const told = changed.map(
    ([fact, value]) => `${fact}: ${before.facts.get(fact) || 'nothing'} -> ${value || 'nothing'}`,
  );
  return [{ id, what: 'changed', owner, text: told.join('; ') }];
}

function answersOf(model: Model | null): ReadonlyMap<string, Answer> {
  if (model === null) return new Map();
  return new Map([
    ...[...model.mitigations, ...model.assumptions].map((one): [string, Answer] => [one.id, answerOf(one)]),
    ...model.notApplicable.map((one): [string, Answer] => [one.statement.text, sparedOf(one)]),
  ]);
}

function answerOf(answer: Mitigation): Answer {
  const { assumed, strategy, owner, until, due, reason, to, control, evidence, effect } = answer;
  const what = placesOf(answer.covers) || placesOf(answer.removes) || 'nothing';
  const facts = new Map([
    ['strategy', assumed ? 'assume' : strategy],
    ['covers', placesOf(answer.covers)],
    ['except', placesOf(answer.except)],
    ['removes', placesOf(answer.removes)],
    ['status', answer.status ?? ''],
    ['control', control],
    ['to', to],
    ['owner', owner],
    ['reason', reason],
    ['until', until],
    ['due', due],
    ['effect', effect === null ? '' : `${Math.round(effect * 100)}%`],
    ['evidence', evidence.join(', ')],
  ]);
  return { owner, words: `${verbOf(answer)} ${what}${daysOf(until, due)}${because(reason)}`, facts };
}

function verbOf({ assumed, strategy, status, to, title }: Mitigation): string {
  if (assumed) return `assumes "${title}" for`;
  if (strategy === 'accept') return 'accepts';
  const state = status === null ? '' : `, ${status}`;
  if (strategy === 'transfer') return `transfers to ${to || 'nobody'}${state}:`;
  if (strategy === 'avoid') return `removes${state}:`;
  return `reduces${state}:`;
}

function sparedOf({ statement, reason }: NotApplicable): Answer {
  return {
    owner: '',
    words: `does not apply: ${statement.text}${because(reason)}`,
    facts: new Map([['reason', reason]]),
  };
}

function placesOf(statements: Mitigation['covers']): string {
  return statements.map(({ text }) => text).join(', ');
}

function daysOf(until: string, due: string): string {
  return until !== '' ? ` until ${until}` : due !== '' ? ` by ${due}` : '';
}

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}
