import type { Analysis } from '../coverage/types';
import type { ModelProblem } from '../model/types';
import type { Place, Range } from '../text';
import type { Workspace } from '../workspace';
import type { Fix } from './diagnostic';
import { problemsOf } from './diagnostics';
import { regulationFixes } from './fix-regulation';
import { tellApartFixes } from './fix-tell-apart';
import { placedAt } from './locate';

/** Problems of one code in a range of a file. */
export interface ProblemsHere {
  readonly uri: string;
  isHere(place: Place): boolean;
}

type MakeFixes = (workspace: Workspace, analysis: Analysis, here: ProblemsHere) => Fix[];

/** What is made when somebody asks, by the code of a problem; others bring their repair along. */
const MAKERS: readonly (readonly [ModelProblem['code'], MakeFixes])[] = [
  ['unanswered-regulation', regulationFixes],
  ['shared-paths', tellApartFixes],
];

/** What can be done in a model about its problems in a range, beside the repairs that they bring along. */
export function modelFixes(workspace: Workspace, analysis: Analysis, uri: string, range: Range): Fix[] {
  const isHere = placedAt(workspace, uri, range);
  const codes = new Set(problemsOf(analysis).flatMap(({ code, at }) => (isHere(at) ? code : [])));
  return MAKERS.flatMap(([code, make]) => (codes.has(code) ? make(workspace, analysis, { uri, isHere }) : []));
}
