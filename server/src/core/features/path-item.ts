import { nameOf } from '../coverage';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import { CATEGORY_WORDS } from '../model';
import type { Operation } from '../openapi/types';
import { STRIDE } from '../rules/types';
import type { Place, Position } from '../text';
import type { Workspace } from '../workspace';
import { standingAt } from './locate';
import { escapeMarkdown } from './markdown';
import { STATE_WORDS } from './state-words';

/** The operations below a path, or below the name of a webhook, and where that stands. */
export interface PathItemAt {
  readonly api: ApiAnalysis;
  readonly operations: readonly Operation[];
  readonly at: Place;
}

/** What stands below the path or the name of a webhook at a position of a description; null where none stands there. */
export function pathItemAt(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
): PathItemAt | null {
  const document = workspace.get(uri);
  if (document === undefined) return null;
  const isHere = standingAt(document, position);
  for (const api of analysis.apis) {
    const operations = api.description.operations.filter(({ pathAt }) => isHere(pathAt));
    const [first] = operations;
    if (first !== undefined) return { api, operations, at: first.pathAt };
  }
  return null;
}

/** Each of the operations with what became of its six categories, in a line. */
export function explainPathItem({ api, operations }: PathItemAt): string {
  return operations
    .map((operation) => `- **${escapeMarkdown(calledBelow(operation))}** ${statesOf(api, operation)}`)
    .join('\n');
}

/** Below its path an operation is its method. */
function calledBelow(operation: Operation): string {
  return operation.kind === 'operation' ? operation.method : `${operation.method} of ${nameOf(operation)}`;
}

/** `open: disclosure; nobody has answered yet: tampering, repudiation`. */
function statesOf({ coverage }: ApiAnalysis, operation: Operation): string {
  const states = coverage.get(operation);
  const words = new Map<string, string[]>();
  for (const category of STRIDE) {
    const state = STATE_WORDS[states?.[category] ?? 'unanswered'];
    words.set(state, [...(words.get(state) ?? []), CATEGORY_WORDS[category]]);
  }
  return [...words].map(([state, categories]) => `${state}: ${categories.join(', ')}`).join('; ');
}
