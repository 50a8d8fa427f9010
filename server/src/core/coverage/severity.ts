import type { Level } from '../model/types';
import type { Certainty } from '../rules/types';
import { isAnswered } from './states';
import type { CategoryState, Severity } from './types';

const LEVELS: readonly Level[] = ['note', 'low', 'medium', 'high', 'critical'];

/** Whether a level lies above the line. */
export function isAbove(level: Level, line: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(line);
}

/** The stricter of two lines. */
export function stricter(first: Level, second: Level): Level {
  return isAbove(first, second) ? second : first;
}

/** How loud a finding is: only what the specification shows, above the line and open, is a warning, and critical an error. */
export function severityOf(state: CategoryState, certainty: Certainty, level: Level, acceptable: Level): Severity {
  if (isAnswered(state)) return 'hint';
  if (state !== 'threatened' || certainty === 'silent' || !isAbove(level, acceptable)) return 'information';
  return level === 'critical' ? 'error' : 'warning';
}
