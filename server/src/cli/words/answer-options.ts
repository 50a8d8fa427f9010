import { type AnswerPlace, type MitigationStub, STATUSES, type Strategy } from '../../core/index';
import { oneOf, parsed, UsageError } from './values';

export interface AnswerOptions {
  readonly stub: MitigationStub;
  /** The model to write to; null: the one that takes the answer. */
  readonly model: string | null;
  /** Where it is written. */
  readonly place: AnswerPlace;
}

const PLACES = ['model', 'description'] as const;

/** What each strategy cannot do without; a status is planned where none is given. */
const NEEDED: Readonly<Record<Strategy, readonly string[]>> = {
  accept: ['reason', 'owner', 'until'],
  reduce: [],
  transfer: ['to'],
  avoid: [],
};

const ONE = [
  'id',
  'title',
  'model',
  'place',
  'reason',
  'owner',
  'until',
  'to',
  'control',
  'status',
  'due',
  'effect',
  'monitor',
] as const;
/** What may be given several times. */
const MANY = ['except', 'evidence', 'in'] as const;

export function answerOptions(strategy: Strategy, words: readonly string[]): AnswerOptions {
  const { values, positionals } = parsed(words, {
    ...Object.fromEntries(ONE.map((name) => [name, { type: 'string' }])),
    ...Object.fromEntries(MANY.map((name) => [name, { type: 'string', multiple: true }])),
  });
  const given = Object.fromEntries(
    ONE.flatMap((name) => (values[name] === undefined ? [] : [[name, String(values[name])]])),
  );
  const lists = Object.fromEntries(MANY.map((name) => [name, listOf(values[name])]));
  const lacking = NEEDED[strategy].filter((name) => (given[name] ?? '').trim() === '');
  if (positionals.length === 0)
    throw new UsageError('It takes what is answered: stridewise accept "disclosure on GET /pets"');
  if (lacking.length > 0) throw new UsageError(`It takes ${lacking.map((name) => `--${name}`).join(', ')}.`);
  if (strategy === 'accept' && given.status !== undefined)
    throw new UsageError('What is accepted has no --status: it holds until its day.');
  const place = oneOf('--place', given.place ?? 'model', PLACES);
  if (place === 'description' && given.model !== undefined)
    throw new UsageError(
      '--model names where an answer is written, and so does --place description: give one of them.',
    );
  const { model = null, id = idOf(positionals[0] ?? ''), title = '', status = 'planned', place: _, ...rest } = given;
  return {
    model,
    place,
    stub: { ...rest, ...lists, id, title, strategy, covers: positionals, status: oneOf('--status', status, STATUSES) },
  };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** `disclosure-on-get-pets`: an id that the language takes. */
function idOf(statement: string): string {
  const id = statement
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id : `answer-${id}`.replace(/-$/, '');
}
