import type { GoalProperty, Level } from '../model/types';
import type { Stride } from '../rules/types';
import type { Target } from './closes';
import { stricter } from './severity';
import type { Touch } from './touches';

/** The category that is against each property. */
export const AGAINST: Readonly<Record<GoalProperty, Stride>> = {
  authentication: 'spoofing',
  integrity: 'tampering',
  accountability: 'repudiation',
  confidentiality: 'information-disclosure',
  availability: 'denial-of-service',
  authorization: 'elevation-of-privilege',
};

/** The strictest level that the goals touched by a finding allow, or null where none says. */
export function lineOf({ categories, threatId }: Target, touches: readonly Touch[]): Level | null {
  let line: Level | null = null;
  for (const touch of touches) {
    if (touch.kind !== 'goal' || (touch.threat !== '' && touch.threat !== threatId)) continue;
    const { property, acceptable } = touch.owner;
    if (acceptable === null || (property !== null && !categories.includes(AGAINST[property]))) continue;
    line = line === null ? acceptable : stricter(line, acceptable);
  }
  return line;
}
