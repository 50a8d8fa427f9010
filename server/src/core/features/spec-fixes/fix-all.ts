import { isAnswered } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import { editDocument } from '../../text/edit';
import type { Workspace } from '../../workspace';
import type { Fix } from '../diagnostic';
import { type DiagnosticOptions, shownIn } from '../diagnostics';
import type { FileChange } from './spec-fix';
import { SPEC_FIXES } from './spec-fix-index';
import { changesAt, editFiles, sitesOf } from './spec-fixes-for';

/** All fixes of a file that leave no doubt and change nothing but this file, as one; null where there is none. */
export function fixAllIn(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  options: DiagnosticOptions,
): Fix | null {
  const document = workspace.get(uri);
  if (document === undefined) return null;
  const rules = new Set<string>();
  let changes: readonly FileChange[] = [];
  for (const one of certainIn(workspace, analysis, uri, options)) {
    const together = distinct([...changes, ...one.changes]);
    // Two that meet in one place are not made together: the second is there again after the first.
    if (
      editDocument(
        document,
        together.map(({ change }) => change),
      ) === null
    )
      continue;
    changes = together;
    rules.add(one.rule);
  }
  const made = changes.length === 0 ? null : editFiles(workspace, changes);
  if (made === null || 'refused' in made || made.fills) return null;
  const { edits } = made.fix;
  const title = 'Make every fix of the description that leaves no doubt';
  return { title, kind: 'fixAll', diagnostics: [...rules], edits, preferred: false };
}

interface Certain {
  readonly rule: string;
  readonly changes: readonly FileChange[];
}

function certainIn(workspace: Workspace, analysis: Analysis, uri: string, options: DiagnosticOptions): Certain[] {
  return analysis.apis.flatMap((api) =>
    shownIn(api, uri, options).flatMap((finding) => {
      const fix = SPEC_FIXES.get(finding.rule);
      // What somebody has decided on is not undone unasked.
      if (fix?.certain === undefined || finding.severity === 'hint' || isAnswered(finding.state)) return [];
      const sites = sitesOf(workspace, analysis, api, finding, finding.operations);
      if (!sites.every((site) => fix.certain?.(site) === true)) return [];
      const changes = changesAt(fix, sites);
      const isHere = changes?.every((one) => one.uri === uri) === true;
      return changes === null || !isHere ? [] : [{ rule: finding.rule, changes }];
    }),
  );
}

function distinct(changes: readonly FileChange[]): FileChange[] {
  return [...new Map(changes.map((one) => [JSON.stringify(one), one])).values()];
}
