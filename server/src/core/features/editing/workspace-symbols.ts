import { nameOf } from '../../coverage';
import type { Analysis, ApiAnalysis } from '../../coverage/types';
import type { Operation } from '../../openapi/types';
import type { SourceDocument } from '../../text';
import type { Workspace } from '../../workspace';
import { type Location, locate } from '../locate';
import { fuzzyScore } from './fuzzy';
import { isModel, outlineOf } from './outline';
import { detailOf, kindOfEntries, type SymbolWord } from './symbols';

export interface WorkspaceSymbolFound {
  readonly name: string;
  readonly container: string;
  readonly kind: SymbolWord;
  readonly location: Location;
}

interface Candidate {
  readonly name: string;
  readonly score: number;
  found(): WorkspaceSymbolFound | null;
}

/** More than these nobody reads: one types on. */
export const MOST_SYMBOLS = 200;

/** Entries of models by id and title, and operations by method, path and operationId, whose name holds the letters of `query` in order. */
export function workspaceSymbols(workspace: Workspace, analysis: Analysis, query: string): WorkspaceSymbolFound[] {
  const candidates: Candidate[] = [];
  for (const document of workspace.documents.values()) {
    if (isModel(document)) candidates.push(...inModel(document, query));
  }
  for (const api of analysis.apis) {
    for (const operation of api.description.operations) {
      const candidate = ofOperation(workspace, api, operation, query);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  candidates.sort((first, second) => second.score - first.score);
  return candidates.slice(0, MOST_SYMBOLS).flatMap((candidate) => candidate.found() ?? []);
}

function inModel(document: SourceDocument, query: string): Candidate[] {
  return outlineOf(document).flatMap((section) =>
    section.entries.flatMap((entry): Candidate[] => {
      const detail = detailOf(entry);
      const name = detail === '' ? entry.key : `${entry.key}: ${detail}`;
      const score = entry.key === '' ? null : fuzzyScore(name, query);
      if (score === null) return [];
      const location = { uri: document.uri, range: entry.keyRange };
      const kind = kindOfEntries(section.key);
      return [{ name, score, found: () => ({ name, container: section.key, kind, location }) }];
    }),
  );
}

function ofOperation(workspace: Workspace, api: ApiAnalysis, operation: Operation, query: string): Candidate | null {
  const { operationId } = operation;
  const own = nameOf(operation);
  const name = operationId === '' || own.includes(operationId) ? own : `${own} (${operationId})`;
  const score = fuzzyScore(name, query);
  if (score === null) return null;
  return {
    name,
    score,
    found() {
      const location = locate(workspace, operation.at);
      return location === null ? null : { name, container: api.id, kind: 'method', location };
    },
  };
}
