import { LEVELS } from '../model/schema/common';
import type { Level } from '../model/types';
import type { Certainty } from '../rules/types';
import { isAnswered } from './states';
import type { CategoryState, Finding, Severity } from './types';

/** Whether a level lies above the line. */
export function isAbove(level: Level, line: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(line);
}

/** The stricter of two lines. */
export function stricter(first: Level, second: Level): Level {
  return isAbove(first, second) ? second : first;
}

/**
 * How loud a finding is: only what the specification shows, above the line and open, is a warning, and critical an error.
 * `level` is that of what is left after the answers: what is reduced, and not enough, is still told.
 */
export function severityOf(state: CategoryState, certainty: Certainty, level: Level, acceptable: Level): Severity {
  const counts = certainty === 'shown' && isAbove(level, acceptable);
  if (isAnswered(state)) return state === 'mitigated' && counts ? 'information' : 'hint';
  if (state !== 'threatened' || !counts) return 'information';
  return level === 'critical' ? 'error' : 'warning';
}

/** It is reduced, and what is left still lies above the line. */
export function leavesTooMuch({ state, severity }: Pick<Finding, 'state' | 'severity'>): boolean {
  return state === 'mitigated' && severity === 'information';
}
