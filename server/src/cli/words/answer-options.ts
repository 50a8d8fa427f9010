import { type MitigationStub, STATUSES, type Strategy } from '../../core/index';
import { oneOf, parsed, UsageError } from './values';

export interface AnswerOptions {
  readonly stub: MitigationStub;
  /** The model to write to; null: the one that takes the answer. */
  readonly model: string | null;
}

/** What each strategy cannot do without; a status is planned where none is given. */
const NEEDED: Readonly<Record<Strategy, readonly string[]>> = {
  accept: ['reason', 'owner', 'until'],
  reduce: [],
  transfer: ['to'],
  avoid: [],
};

export function answerOptions(strategy: Strategy, words: readonly string[]): AnswerOptions {
  const names = ['id', 'title', 'model', 'reason', 'owner', 'until', 'to', 'control', 'status'] as const;
  const { values, positionals } = parsed(words, Object.fromEntries(names.map((name) => [name, { type: 'string' }])));
  const given = Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined ? [] : [[name, String(values[name])]])),
  );
  const lacking = NEEDED[strategy].filter((name) => (given[name] ?? '') === '');
  if (positionals.length === 0)
    throw new UsageError('It takes what is answered: stridewise accept "disclosure on GET /pets"');
  if (lacking.length > 0) throw new UsageError(`It takes ${lacking.map((name) => `--${name}`).join(', ')}.`);
  const { model = null, id = idOf(positionals[0] ?? ''), title = '', status = 'planned', ...rest } = given;
  return {
    model,
    stub: { ...rest, id, title, strategy, covers: positionals, status: oneOf('--status', status, STATUSES) },
  };
}

/** `disclosure-on-get-pets`: an id that the language takes. */
function idOf(statement: string): string {
  const id = statement
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id : `answer-${id}`.replace(/-$/, '');
}
