import { speakersOf } from '../coverage';
import type { ApiAnalysis, Finding } from '../coverage/types';
import { insertNotApplicable, operationText } from '../model';
import type { Stride } from '../rules/types';
import type { Workspace } from '../workspace';
import type { Fix } from './diagnostic';
import { placedIn } from './fix-insertion';

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
export function notApplicableFixes(workspace: Workspace, api: ApiAnalysis, finding: Finding): Fix[] {
  const [operation] = finding.operations;
  if (operation === undefined) return [];
  const speakers = speakersOf(api.models);
  return speakers.flatMap(({ model, id }) => {
    const document = workspace.get(model.uri);
    if (document === undefined) return [];
    return finding.stride.map((category): Fix => {
      const statement = `${SHORT[category]} on ${operationText(operation, id)}`;
      const file = speakers.length > 1 ? ` (in ${model.uri.slice(model.uri.lastIndexOf('/') + 1)})` : '';
      return {
        title: `Mark ${SHORT[category]} as not applicable${file}`,
        kind: 'quickfix',
        diagnostics: ['unanswered'],
        ...placedIn(model.uri, insertNotApplicable(document, statement, 'TODO')),
        preferred: false,
      };
    });
  });
}
