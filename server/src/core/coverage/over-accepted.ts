import type { Level, Mitigation, ModelProblem } from '../model/types';
import { isAbove } from './severity';
import { standingOf } from './standing';
import type { ApiAnalysis, Finding } from './types';

interface Accepted {
  readonly answer: Mitigation;
  readonly line: Level;
  readonly findings: Finding[];
}

/** Answers that accept what is above the line: one problem each, however much they accept. */
export function overAccepted(apis: readonly ApiAnalysis[], today: string): ModelProblem[] {
  const found = new Map<Mitigation, Accepted>();
  for (const { findings } of apis) {
    for (const finding of findings) {
      const { acceptable: line, answers, risk } = finding;
      if (answers.length === 0 || !isAbove(risk.level, line)) continue;
      for (const answer of answers.filter((each) => standingOf(each, false, today).state === 'accepted')) {
        add(found, answer, line, finding);
      }
    }
  }
  return [...found.values()].map(problemOf);
}

function add(found: Map<Mitigation, Accepted>, answer: Mitigation, line: Level, finding: Finding): void {
  const known = found.get(answer);
  if (known === undefined) found.set(answer, { answer, line, findings: [finding] });
  else known.findings.push(finding);
}

// Findings come ranked, so the first is the worst.
function problemOf({ answer, line, findings }: Accepted): ModelProblem {
  const [worst, ...others] = findings;
  const rest = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const message =
    `"${answer.id}" accepts a ${worst?.risk.level} risk${rest}: ${worst?.message}. ` +
    `Only ${line} risk is acceptable here: reduce it, or raise \`acceptable\``;
  return { code: 'accepts-too-much', severity: 'warning', message, at: answer.at };
}
