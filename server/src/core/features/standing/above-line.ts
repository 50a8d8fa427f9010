import type { Finding } from '../../coverage/types';
import { LEVELS } from '../../model/schema/common';
import type { Level } from '../../model/types';

/** Whether the description shows it, nobody has answered it, and it is worse than what is acceptable: what is told as a warning or an error. */
export function isAboveLine({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'warning' || severity === 'error';
}

/** `1 critical, 2 high`: how many findings have each of these levels, the worst first; empty where none has. */
export function levelsInWords(findings: readonly Finding[], levels: readonly Level[] = LEVELS): string {
  const counts = [...levels].reverse().map((level) => {
    const count = findings.filter(({ risk }) => risk.level === level).length;
    return count === 0 ? '' : `${count} ${level}`;
  });
  return counts.filter((text) => text !== '').join(', ');
}
