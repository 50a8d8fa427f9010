import type { CategoryState, State } from './types';

/** From the best answer to none at all. */
const ORDER: readonly State[] = [
  'avoided',
  'mitigated',
  'transferred',
  'accepted',
  'assumed',
  'planned',
  'threatened',
  'silenced',
];

/** The better of two answers. */
export function better(first: State, second: State): State {
  return ORDER.indexOf(first) <= ORDER.indexOf(second) ? first : second;
}

/** The worse of two states of what counts in a category. */
export function worse(first: State, second: State): State {
  return ORDER.indexOf(first) >= ORDER.indexOf(second) ? first : second;
}

/** Whether nothing more is expected of anybody. */
export function isAnswered(state: CategoryState): boolean {
  return state !== 'threatened' && state !== 'planned' && state !== 'unanswered';
}
