import { type Model, type ModelApi, readModel } from '../model';
import { type ApiDescription, describing } from '../openapi';
import {
  type Block,
  detectRoot,
  entries,
  kindOfKey,
  memo,
  type RootKind,
  resolveUri,
  valueOf as rootNodeOf,
  type SourceDocument,
  type Steps,
  scalar,
} from '../text';
import type { Workspace } from '../workspace';

/** An API of the workspace and the entries of models that name it. */
export interface WorkspaceApi {
  readonly id: string;
  readonly description: ApiDescription;
  readonly models: readonly { readonly model: Model; readonly entry: ModelApi }[];
}

const ROOT_KEYS = ['stridewise', 'openapi', 'swagger'];

/**
 * Root key of a document by its blocks: what the host found by text, without joining the text again. The first that says a version we
 * read decides, else the first at all.
 */
export const rootOf = memo((document: SourceDocument): RootKind | null => {
  const found = document.blocks.filter(({ depth }) => depth === 0).flatMap(rootKeysIn);
  const counting = found.find(({ kind }) => kind !== null) ?? found[0];
  if (counting !== undefined) return counting.kind ?? 'openapi';
  const [first] = document.blocks;
  const isUnread = first?.kind === 'whole' && first.tree === null && first.error !== null;
  return isUnread ? detectRoot(first.text) : null;
});

function rootKeysIn(block: Block): readonly { readonly kind: RootKind | null }[] {
  if (block.kind !== 'whole') return ROOT_KEYS.includes(block.key) ? [kindIn(block, block.key, rootNodeOf(block))] : [];
  return [...entries(block, rootNodeOf(block))].flatMap(([key, value]) => {
    const name = scalar(block, key) ?? '';
    return ROOT_KEYS.includes(name) ? [kindIn(block, name, value)] : [];
  });
}

function kindIn(block: Block, key: string, value: number): { readonly kind: RootKind | null } {
  return { kind: kindOfKey(key, scalar(block, value) ?? '') };
}

/** Models of the workspace, as read. */
export function modelsOf(workspace: Workspace): Model[] {
  const documents = [...workspace.documents.values()];
  return documents.filter((document) => rootOf(document) === 'model').map(readModel);
}

/** Every description in the workspace, with what the models call it. */
export function* apisIn(workspace: Workspace, models: readonly Model[]): Steps<WorkspaceApi[]> {
  const apis: WorkspaceApi[] = [];
  for (const [uri, document] of workspace.documents) {
    if (rootOf(document) !== 'openapi') continue;
    const description = yield* describing(workspace, uri);
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
