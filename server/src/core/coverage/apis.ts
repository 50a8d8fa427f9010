import { type Binding, composeModels, type Model, type ModelApi } from '../model';
import { type ApiDescription, describing } from '../openapi';
import {
  type Block,
  detectRoot,
  entries,
  kindOfKey,
  memo,
  type RootKind,
  valueOf as rootNodeOf,
  type SourceDocument,
  type Steps,
  scalar,
} from '../text';
import type { Workspace } from '../workspace';
import { answeringOn } from './beside';
import { isCalledOnly } from './called';
import type { NamedIn, Naming } from './name-specs';
import { stem } from './stem';

/** An API of the workspace and the entries of models that name it. */
export interface WorkspaceApi {
  readonly id: string;
  readonly description: ApiDescription;
  readonly models: readonly NamedIn[];
  /** Components name it and no API does: it is somebody else's, and we call it. */
  readonly called: boolean;
  /** What its description says of itself, where no model names it; absent where it says nothing. */
  readonly beside?: NamedIn;
}

/** A model with what its statements mean. */
export interface BoundModel {
  readonly model: Model;
  readonly binding: Binding;
}

/** An API that a model names: the entry that does, and the id that the model has for it. */
export interface ApiOfModel {
  readonly id: string;
  readonly entry: ModelApi;
  readonly description: ApiDescription;
  /** The entry is a component. */
  readonly called: boolean;
}

export interface Named extends Pick<WorkspaceApi, 'description' | 'models'> {
  readonly beside?: NamedIn | null;
}

/** The descriptions that a model names, in the order of the workspace: of its APIs, and of the components that it calls. */
export function namedOf(model: Model, apis: readonly Named[]): ApiOfModel[] {
  return apis.flatMap(({ description, models, beside }) =>
    answeringOn({ models, beside })
      .filter((named) => named.model === model)
      .map(({ id, entry, called }) => ({ id, entry, description, called })),
  );
}

/** The APIs that a model names, in the order of the workspace. */
export function apisOf(model: Model, apis: readonly Named[]): ApiOfModel[] {
  return namedOf(model, apis).filter(({ called }) => !called);
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

const modelsIn: (workspace: Workspace) => Model[] = memo(({ documents, unread }) =>
  composeModels({ documents, unread, kindOf: rootOf }),
);

/** Models of the workspace, each over what it includes, in the order of their uris. */
export function modelsOf(workspace: Workspace): Model[] {
  return modelsIn(workspace);
}

/** The uris of the descriptions in the workspace. */
export function specsIn(workspace: Workspace): string[] {
  return [...workspace.documents].flatMap(([uri, document]) => (rootOf(document) === 'openapi' ? [uri] : []));
}

/** Every description in the workspace, with what the models call it. */
export function* apisIn(workspace: Workspace, naming: Naming): Steps<WorkspaceApi[]> {
  const apis: WorkspaceApi[] = [];
  for (const uri of specsIn(workspace)) {
    const description = yield* describing(workspace, uri);
    if (description === null) continue;
    const named = naming.of(uri);
    apis.push({ id: named[0]?.id ?? stem(uri), description, models: named, called: isCalledOnly(named) });
  }
  return apis;
}
