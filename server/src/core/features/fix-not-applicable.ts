import { nameOf } from '../coverage';
import type { ApiAnalysis, Finding } from '../coverage/types';
import { insertNotApplicable, operationText } from '../model';
import type { Operation } from '../openapi/types';
import type { Stride } from '../rules/types';
import type { Workspace } from '../workspace';
import { type PlaceOf, type Target, targetsOf } from './answer-stub';
import { spotFor } from './beside/spot';
import { notApplicableBeside } from './beside/write-beside';
import type { Fix } from './diagnostic';
import { placedIn } from './fix-insertion';
import { editFiles } from './spec-fixes/spec-fixes-for';

/** The words of statements for categories. */
export const SHORT: Readonly<Record<Stride, string>> = {
  spoofing: 'spoofing',
  tampering: 'tampering',
  repudiation: 'repudiation',
  'information-disclosure': 'disclosure',
  'denial-of-service': 'denial',
  'elevation-of-privilege': 'elevation',
};

/** For each unanswered category of an operation: not applicable, with a reason to be filled in. */
export function notApplicableFixes(
  workspace: Workspace,
  api: ApiAnalysis,
  finding: Finding,
  placeOf: PlaceOf | undefined,
): Fix[] {
  const [operation] = finding.operations;
  if (operation === undefined) return [];
  return targetsOf(workspace, api, placeOf).flatMap((target) =>
    finding.stride.map((category): Fix => {
      const statement = `${SHORT[category]} on ${operationText(operation, target.apiId)}`;
      return {
        title: `Mark ${SHORT[category]} as not applicable${target.file}`,
        kind: 'quickfix',
        diagnostics: ['unanswered'],
        ...written(workspace, api, operation, target, statement),
        preferred: false,
      };
    }),
  );
}

function written(
  workspace: Workspace,
  api: ApiAnalysis,
  operation: Operation,
  { beside, document, apiId }: Target,
  statement: string,
): Pick<Fix, 'edits' | 'cursor' | 'fields' | 'refused'> {
  if (beside !== true) return placedIn(document.uri, insertNotApplicable(document, statement, 'TODO'));
  const spot = spotFor(workspace, api, apiId, [operation]);
  const made = spot === null ? null : editFiles(workspace, [notApplicableBeside(spot, statement, 'TODO')]);
  if (made !== null && 'fix' in made) return made.fix;
  return { edits: [], refused: made?.refused ?? `${nameOf(operation)} is not there any more.` };
}
