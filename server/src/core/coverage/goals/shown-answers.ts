import type { Clause, StrideLetter } from '../../catalogue';
import type { Operation } from '../../openapi/types';
import { shownControl } from '../../rules';
import { STRIDE, type Stride } from '../../rules/types';
import { memo } from '../../text';
import type { CategoryStates } from '../categories';
import type { CategoryState } from '../types';
import { ANSWERS, type Answer, isWorse } from './tally';

type Shown = readonly (Answer | null)[];

/**
 * What a description shows and the questions of categories say to each of some clauses on one operation; null where nothing. The
 * states of an operation are the same object until it or what is said of it changes, so it is worked out once.
 */
export function shownAnswers(clauses: readonly Clause[], operation: Operation, states: CategoryStates): Shown {
  const known = byClauses(states);
  const kept = known.get(clauses);
  if (kept !== undefined) return kept;
  const shown = clauses.map((clause) => shownAnswer(clause, operation, states));
  known.set(clauses, shown);
  return shown;
}

const byClauses = memo((_: CategoryStates) => new Map<readonly Clause[], Shown>());

/** A control that is shown, then the questions of the categories, then a control that is shown to be missing. */
function shownAnswer({ controls, stride }: Clause, operation: Operation, states: CategoryStates): Answer | null {
  const shown = controls.map((control) => shownState(control, operation));
  if (shown.includes('yes')) return ANSWERS.controlled;
  if (stride.length > 0) return ANSWERS[worstOf(lettered(stride), states)];
  return shown.includes('no') ? ANSWERS.threatened : null;
}

/** The categories that letters stand for. */
export function lettered(letters: readonly StrideLetter[]): readonly Stride[] {
  return STRIDE.filter((category) => letters.some((letter) => category.startsWith(letter.toLowerCase())));
}

function worstOf(categories: readonly Stride[], states: CategoryStates): CategoryState {
  let worst: CategoryState = 'not-applicable';
  for (const category of categories) if (isWorse(states[category], worst)) worst = states[category];
  return worst;
}

/** What fails to be read shows nothing. */
function shownState(control: string, operation: Operation): 'yes' | 'no' | 'unknown' {
  try {
    return shownControl(control, operation).state;
  } catch {
    return 'unknown';
  }
}
