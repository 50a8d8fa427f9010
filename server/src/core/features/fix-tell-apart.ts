import type { Analysis } from '../coverage/types';
import { setKey } from '../model';
import { editDocument, Fill } from '../text/edit';
import type { Workspace } from '../workspace';
import type { Fix } from './diagnostic';
import type { ProblemsHere } from './fix-model-problems';
import { fieldsOf } from './spec-fixes/fields';

/** APIs that have the same paths at the same addresses: what tells this one apart, to be filled in. */
export function tellApartFixes(workspace: Workspace, { models }: Analysis, { uri, isHere }: ProblemsHere): Fix[] {
  const document = workspace.get(uri);
  if (document === undefined) return [];
  const here = models
    .filter((model) => model.uri === uri)
    .flatMap(({ apis }) => apis.filter(({ specAt }) => isHere(specAt)));
  return here.flatMap(({ id }): Fix[] => {
    const edited = editDocument(document, [
      setKey(document, { section: 'apis', entry: id }, 'versionedBy', new Fill('TODO')),
    ]);
    if (edited === null) return [];
    const { edit, fields } = fieldsOf(document, edited, true);
    const title = `Say with \`versionedBy\` what tells ${id} apart`;
    return [{ title, kind: 'quickfix', diagnostics: ['shared-paths'], edits: [edit], fields, preferred: false }];
  });
}
