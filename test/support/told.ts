import {
  type AnalyseOptions,
  type Analysis,
  analyse,
  detectRoot,
  type ModelProblem,
  openDocument,
  Workspace,
} from '../../server/src/core/index';
import { TODAY } from './check';

const ROOT = 'file:///work/';

/** The files of a workspace by their paths; `null` for one that a host could not read. */
export type Files = Readonly<Record<string, string | { readonly unread: string }>>;

/** A workspace of texts. */
export function workspaceOf(files: Files): Workspace {
  const documents = Object.entries(files).flatMap(([name, text]) => {
    if (typeof text !== 'string') return [];
    return [openDocument(ROOT + name, text, detectRoot(text) === 'model' ? 'model' : 'spec')];
  });
  const unread = Object.entries(files).flatMap(([name, text]): [string, string][] => {
    return typeof text === 'string' ? [] : [[ROOT + name, text.unread]];
  });
  return Workspace.empty.withAll(documents).withUnread(unread);
}

/** The analysis of some files. */
export function analysisOf(files: Files, options: AnalyseOptions = { today: TODAY }): Analysis {
  return analyse(workspaceOf(files), options);
}

/** What is told of models: `file code "text at its place" message`. */
export function toldIn(files: Files, options?: AnalyseOptions): string[] {
  const { models, problems } = analysisOf(files, options);
  return [...models.flatMap((model) => model.problems), ...problems].map(lineOf);
}

function lineOf({ code, message, at }: ModelProblem): string {
  const text = at.block.text.slice(at.start, at.end);
  return `${at.uri.slice(ROOT.length)} ${code} "${text}" ${message}`;
}
