import type { Finding } from '../../coverage/types';
import { reachesOf, reachOf } from '../answer-stub';
import { type Answered, questionStatements } from './drafts';
import type { Subject } from './subjects';

/** The statements of what does not apply. */
export function saidIn({ subjects, target }: Answered): readonly string[] {
  return subjects.flatMap((subject) => {
    const { api, finding, only } = subject;
    if (finding.rule === 'unanswered')
      return questionStatements(withSilenced(finding, subjects), only, target, 'reduce');
    const context = { api, finding, strategy: 'reduce' as const, target };
    const [reach] = only === null ? reachesOf(context) : reachOf(context, only);
    return reach?.covers ?? [];
  });
}

/** Where a finding is said to be no threat, its category is a question again: who answers both at once means that too. */
function withSilenced(question: Finding, subjects: readonly Subject[]): Finding {
  const there = new Set(question.operations);
  const silenced = subjects.flatMap(({ finding: { definition, operations }, only }) => {
    const isHere = only === null ? operations.some((one) => there.has(one)) : there.has(only);
    return definition !== null && isHere ? definition.stride.slice(0, 1) : [];
  });
  return { ...question, stride: [...new Set([...question.stride, ...silenced])] };
}
