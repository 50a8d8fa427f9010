import type { Analysis } from '../../coverage/types';
import { type Model, type ModelWord, wordsOfModel } from '../../model';
import { memo, resolveUri, type SourceDocument } from '../../text';
import type { Workspace } from '../../workspace';

/** The models that share names with one: itself, what it includes and what includes it, however far. */
export function familyOf(workspace: Workspace, analysis: Analysis, model: Model): readonly Model[] {
  const pairs = analysis.models.flatMap(({ uri }) => includedBy(workspace.get(uri)).map((included) => [uri, included]));
  const family = new Set([model.uri]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const pair of pairs) if (pair.some((uri) => family.has(uri))) for (const uri of pair) family.add(uri);
  }
  return analysis.models.filter(({ uri }) => family.has(uri));
}

/** Every word of a model and of its family. */
export function familyWords(workspace: Workspace, analysis: Analysis, model: Model): readonly ModelWord[] {
  return familyOf(workspace, analysis, model).flatMap(({ uri }) => {
    const document = workspace.get(uri);
    return document === undefined ? [] : wordsOfModel(document);
  });
}

function includedBy(document: SourceDocument | undefined): readonly string[] {
  return document === undefined ? [] : includes(document);
}

const includes: (document: SourceDocument) => readonly string[] = memo((document) =>
  wordsOfModel(document)
    .filter(({ section, role }) => section === 'include' && role === 'file')
    .map(({ text }) => resolveUri(document.uri, text)),
);
