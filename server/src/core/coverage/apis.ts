import { type Model, type ModelApi, readModel } from '../model';
import { type ApiDescription, describe } from '../openapi';
import { detectRoot, get, memo, resolveUri, valueOf as rootNodeOf, type SourceDocument } from '../text';
import type { Workspace } from '../workspace';

/** An API of the workspace and the entries of models that name it. */
export interface WorkspaceApi {
  readonly id: string;
  readonly description: ApiDescription;
  readonly models: readonly { readonly model: Model; readonly entry: ModelApi }[];
}

/** Root key of a document by its blocks: what the host found by text, without joining the text again. */
export const rootOf = memo((document: SourceDocument): 'openapi' | 'model' | null => {
  for (const key of ['stridewise', 'openapi', 'swagger'] as const) {
    if (document.blocks.some((block) => block.depth === 0 && hasRootKey(block, key))) {
      return key === 'stridewise' ? 'model' : 'openapi';
    }
  }
  const [first] = document.blocks;
  const isUnread = first?.kind === 'whole' && first.tree === null && first.error !== null;
  return isUnread ? detectRoot(first.text) : null;
});

function hasRootKey(block: SourceDocument['blocks'][number], key: string): boolean {
  return block.key === key || (block.kind === 'whole' && get(block, rootNodeOf(block), key) !== -1);
}

/** Models of the workspace, as read. */
export function modelsOf(workspace: Workspace): Model[] {
  const documents = [...workspace.documents.values()];
  return documents.filter((document) => rootOf(document) === 'model').map(readModel);
}

/** Every description in the workspace, with what the models call it. */
export function apisOf(workspace: Workspace, models: readonly Model[]): WorkspaceApi[] {
  const apis: WorkspaceApi[] = [];
  for (const [uri, document] of workspace.documents) {
    if (rootOf(document) !== 'openapi') continue;
    const description = describe(workspace, uri);
    if (description === null) continue;
    const named = models.flatMap((model) =>
      model.apis.filter((entry) => names(model.uri, entry.spec, uri)).map((entry) => ({ model, entry })),
    );
    apis.push({ id: named[0]?.entry.id ?? stem(uri), description, models: named });
  }
  return apis;
}

function names(modelUri: string, spec: string, uri: string): boolean {
  if (spec === '') return false;
  const target = resolveUri(modelUri, spec);
  return target === uri || (/[*?]/.test(spec) && matchesGlob(target, uri));
}

/** `*` within a segment, `**` over segments; all ways to match are followed at once, so that no pattern takes long. */
function matchesGlob(pattern: string, text: string): boolean {
  const tokens = pattern.replaceAll('%2A', '*').match(/\*\*\/?|[\s\S]/g) ?? [];
  let reached = passStars(tokens, new Set([0]));
  for (const character of text) {
    if (reached.size === 0) return false;
    reached = passStars(tokens, step(tokens, reached, character));
  }
  return reached.has(tokens.length);
}

function step(tokens: readonly string[], reached: Iterable<number>, character: string): Set<number> {
  const next = new Set<number>();
  for (const at of reached) {
    const token = tokens[at] ?? '';
    if (token.startsWith('**') || (token === '*' && character !== '/')) next.add(at);
    else if (token === character || (token === '?' && character !== '/')) next.add(at + 1);
  }
  return next;
}

/** A star may stand for nothing. */
function passStars(tokens: readonly string[], reached: Set<number>): Set<number> {
  for (const at of reached) if (tokens[at]?.startsWith('*')) reached.add(at + 1);
  return reached;
}

/** The file's name without its endings. */
export function stem(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/(\.(openapi|swagger))?\.(ya?ml|json)$/i, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
