import { nameOf } from '../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import { carriedBy } from '../model';
import type { Operation } from '../openapi/types';
import type { Place, Range } from '../text';
import type { Workspace } from '../workspace';
import type { PlaceOf } from './answer-stub';
import type { Fix } from './diagnostic';
import { type DiagnosticOptions, problemsOf, shownIn } from './diagnostics';
import { driftFixes } from './drift/drift-fixes';
import { findingKey } from './finding-key';
import { createModelFix } from './fix-create-model';
import { linkThreatFixes } from './fix-link-threat';
import { modelFixes } from './fix-model-problems';
import { notApplicableFixes } from './fix-not-applicable';
import { strategyFixes } from './fix-strategies';
import { locate, touches } from './locate';
import { shortened } from './shortened';
import { specFixesFor } from './spec-fixes/spec-fixes-for';

export interface FixOptions extends DiagnosticOptions {
  /** Only fixes of the finding of this key. */
  readonly finding?: string;
  /** With `finding`: answers for the operation of this name come first, then those for all that it touches. */
  readonly operation?: string;
  /** With `operation`: only answers for that operation. */
  readonly alone?: boolean;
  /** Where answers come to stand; by default in a model. */
  readonly placeOf?: PlaceOf;
  /** `YYYY-MM-DD`: what changed since a review can be marked as reviewed on that day. */
  readonly today?: string;
}

/** What can be done about the diagnostics in a range: finding by finding, the riskiest first. */
export function fixesFor(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  range: Range,
  options: FixOptions,
): Fix[] {
  const fixes = options.finding === undefined ? problemFixes(workspace, analysis, uri, range) : [];
  if (options.finding === undefined) fixes.push(...modelFixes(workspace, analysis, uri, range));
  const { today } = options;
  if (today !== undefined) fixes.push(...driftFixes(workspace, analysis, uri, range, today));
  const here = findingsAt(workspace, analysis, uri, range, options);
  const several = here.length > 1;
  const answers = here.map(({ api, finding }) =>
    fixesOf({ workspace, analysis, api, finding }, { ...options, several }),
  );
  return [...fixes, ...answers.flatMap((group, index) => (index === 0 ? group : group.map(notPreferred)))];
}

interface Here {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
}

function findingsAt(workspace: Workspace, analysis: Analysis, uri: string, range: Range, options: FixOptions): Here[] {
  const wanted = options.finding;
  const here = analysis.apis.flatMap((api) =>
    shownIn(api, uri, options)
      .filter((finding) => {
        if (wanted !== undefined) return findingKey(api, finding) === wanted;
        const at = locate(workspace, finding.at)?.range;
        return finding.severity !== 'hint' && at !== undefined && touches(at, range);
      })
      .map((finding) => ({ api, finding })),
  );
  return here.sort((a, b) => b.finding.risk.rank - a.finding.risk.rank);
}

/** One answer is the one to take at a place: that of its riskiest finding. */
function notPreferred(fix: Fix): Fix {
  return fix.preferred ? { ...fix, preferred: false } : fix;
}

interface Found extends Here {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
}

/** What mends it in the description comes first where that is certain, else behind the answers of the model. */
function fixesOf(found: Found, options: FixOptions & { readonly several: boolean }): Fix[] {
  const { workspace, analysis, api, finding } = found;
  if (finding.severity === 'hint') return [];
  const one = finding.operations.find((candidate) => nameOf(candidate) === options.operation);
  const mends = specFixesFor(workspace, analysis, api, finding, one);
  const answers = answersOf(found, options, one);
  const isCertain = mends.some(({ preferred }) => preferred);
  return isCertain ? [...mends, ...answers.map(notPreferred)] : [...answers, ...mends];
}

function answersOf(
  { workspace, api, finding }: Found,
  { alone = false, several, placeOf }: FixOptions & { readonly several: boolean },
  one: Operation | undefined,
): Fix[] {
  if (finding.rule === 'unanswered') {
    if (api.models.length === 0) return [createModelFix(api)];
    return finding.apiWide ? [] : notApplicableFixes(workspace, api, finding, placeOf);
  }
  const links = linkThreatFixes(workspace, api, finding);
  const where = placeOf === undefined ? {} : { placeOf };
  if (one === undefined) return [...strategyFixes(workspace, api, finding, { ...where, short: several }), ...links];
  const own = strategyFixes(workspace, api, finding, { ...where, only: one });
  return alone ? own : [...own, ...strategyFixes(workspace, api, finding, where).map(notPreferred), ...links];
}

function problemFixes(workspace: Workspace, analysis: Analysis, uri: string, range: Range): Fix[] {
  return problemsOf(analysis).flatMap((problem): Fix[] => {
    const repairs = problem.fixes ?? (problem.fix === undefined ? [] : [problem.fix]);
    if (repairs.length === 0 || problem.at.uri !== uri) return [];
    const at = locate(workspace, problem.at)?.range;
    if (at === undefined || !touches(at, range)) return [];
    return repairs.map(({ title: written, newText, also = [] }) => {
      const title = shortened(written);
      const refused = carried(workspace, [problem.at, ...also.map((change) => change.at)]);
      if (refused !== null)
        return { title, kind: 'quickfix', diagnostics: [problem.code], edits: [], preferred: false, refused };
      const more = also.flatMap((change) => {
        const where = locate(workspace, change.at)?.range;
        return where === undefined ? [] : [{ range: where, newText: change.newText }];
      });
      const edits = [{ uri, edits: [{ range: at, newText }, ...more] }];
      return { title, kind: 'quickfix', diagnostics: [problem.code], edits, preferred: repairs.length === 1 };
    });
  });
}

/** Why places cannot be changed alone: an alias repeats what stands there. */
function carried(workspace: Workspace, places: readonly Place[]): string | null {
  for (const place of places) {
    const document = workspace.get(place.uri);
    const name = document === undefined ? null : carriedBy(document, place);
    if (name !== null)
      return `This is marked \`&${name}\`, and \`*${name}\` repeats it elsewhere: change both by hand.`;
  }
  return null;
}
