import { nameOf } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import type { Operation } from '../../openapi/types';
import { findingKey } from '../finding-key';

/** A finding by its key, or one of the operations that it touches. */
export interface Named {
  readonly finding: string;
  readonly operation?: string;
}

/** What is to be answered. */
export interface Subject {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  /** The only operation that is meant; null for all that the finding touches. */
  readonly only: Operation | null;
}

/** What the names stand for, in the order of the APIs; each once, and without what needs no answer or is there no more. */
export function subjectsOf({ apis }: Analysis, named: readonly Named[]): Subject[] {
  const wanted = new Map<string, Set<string>>();
  for (const { finding, operation = '' } of named) {
    wanted.set(finding, (wanted.get(finding) ?? new Set()).add(operation));
  }
  return apis.flatMap((api) => api.findings.flatMap((finding) => subjectsIn(api, finding, wanted)));
}

function subjectsIn(api: ApiAnalysis, finding: Finding, wanted: ReadonlyMap<string, ReadonlySet<string>>): Subject[] {
  const operations = wanted.get(findingKey(api, finding));
  if (operations === undefined || finding.severity === 'hint') return [];
  if (finding.rule === 'unanswered' && finding.apiWide) return [];
  const named = finding.operations.filter((one) => operations.has(nameOf(one)));
  if (operations.has('') || named.length === finding.operations.length) return [{ api, finding, only: null }];
  return named.map((only) => ({ api, finding, only }));
}
