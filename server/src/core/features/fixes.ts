import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import type { Range } from '../text';
import type { Workspace } from '../workspace';
import type { Fix } from './diagnostic';
import { findingsIn, problemsOf } from './diagnostics';
import { findingKey } from './finding-key';
import { createModelFix } from './fix-create-model';
import { notApplicableFixes } from './fix-not-applicable';
import { strategyFixes } from './fix-strategies';
import { locate, touches } from './locate';

export interface FixOptions {
  readonly open: boolean;
  /** Only fixes of the finding of this key. */
  readonly finding?: string;
}

/** What can be done about the diagnostics in a range. */
export function fixesFor(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  range: Range,
  options: FixOptions,
): Fix[] {
  const fixes = options.finding === undefined ? problemFixes(workspace, analysis, uri, range) : [];
  for (const api of analysis.apis) {
    for (const finding of findingsIn(api, uri, options.open)) {
      if (options.finding !== undefined && findingKey(api, finding) !== options.finding) continue;
      const at = locate(workspace, finding.at)?.range;
      if (at !== undefined && touches(at, range)) fixes.push(...fixesOf(workspace, api, finding));
    }
  }
  return fixes;
}

function fixesOf(workspace: Workspace, api: ApiAnalysis, finding: Finding): Fix[] {
  if (finding.severity === 'hint') return [];
  if (finding.rule !== 'unanswered') return strategyFixes(workspace, api, finding);
  if (api.models.length === 0) return [createModelFix(api)];
  return finding.apiWide ? [] : notApplicableFixes(workspace, api, finding);
}

function problemFixes(workspace: Workspace, analysis: Analysis, uri: string, range: Range): Fix[] {
  return problemsOf(analysis).flatMap((problem): Fix[] => {
    const repairs = problem.fixes ?? (problem.fix === undefined ? [] : [problem.fix]);
    if (repairs.length === 0 || problem.at.uri !== uri) return [];
    const at = locate(workspace, problem.at)?.range;
    if (at === undefined || !touches(at, range)) return [];
    return repairs.map(({ title, newText, also = [] }) => {
      const more = also.flatMap((change) => {
        const where = locate(workspace, change.at)?.range;
        return where === undefined ? [] : [{ range: where, newText: change.newText }];
      });
      const edits = [{ uri, edits: [{ range: at, newText }, ...more] }];
      return { title, kind: 'quickfix', diagnostics: [problem.code], edits, preferred: repairs.length === 1 };
    });
  });
}
