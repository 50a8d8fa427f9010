import { type Binding, bindModel, type Model, type NamedApi } from '../model';
import type { ModelThreat } from '../model/types';
import type { Steps } from '../text';
import type { Workspace } from '../workspace';
import { type ApiOfModel, apisIn, modelsOf, type Named, namedOf, specsIn } from './apis';
import type { Appraise } from './appraise';
import { answeringModels, withAnswersBeside } from './beside';
import { analysingOne, type DerivedApi, derivingApi, type Surroundings } from './cover-api';
import { nameSpecs } from './name-specs';
import { problemsAcross } from './problems';
import { newerEditions } from './siblings';
import type { Analysis, ApiAnalysis } from './types';

export interface AnalyseOptions {
  /** `YYYY-MM-DD`: what is accepted until, or due by, is held against it. */
  readonly today: string;
  /** Path of a file from its repository's root, for fingerprints; without it the uri stands for itself. */
  readonly relative?: (uri: string) => string;
}

/** The analysis of a workspace by one risk method. */
export function* covering(workspace: Workspace, options: AnalyseOptions, appraise: Appraise): Steps<Analysis> {
  const written = modelsOf(workspace);
  const specs = specsIn(workspace);
  const naming = nameSpecs(written, specs);
  const found = yield* apisIn(workspace, naming);
  const { models, apis } = withAnswersBeside(written, found);
  const bindings = answeringModels({ models, apis }).map((model) => ({ model, binding: bindingOf(model, apis) }));
  const newer = newerEditions(apis.filter(({ called }) => !called).map(({ description }) => description));
  const { today, relative = (uri) => uri } = options;
  const analyses = yield* analysingAll({ bindings, newer, apis, today, relative, appraise });
  const seen = { workspace, models, bindings, apis, naming, specs: new Set(specs), analyses, today };
  const analysis: Analysis = { apis: analyses, models, today, problems: problemsAcross(seen) };
  workspaces.set(analysis, workspace);
  return analysis;
}

/** A threat that a rule finds in one API is no written threat of another, so the pieces of all of them come first. */
function* analysingAll(around: Surroundings): Steps<ApiAnalysis[]> {
  const derived: DerivedApi[] = [];
  for (const api of around.apis) derived.push(yield* derivingApi(api, around));
  const found = foundIn(derived);
  const analyses: ApiAnalysis[] = [];
  for (const one of derived) analyses.push(yield* analysingOne(one, found));
  return analyses;
}

const lastFound = new WeakMap<Model, ReadonlySet<ModelThreat>>();

/** The threats that rules find somewhere; the same set for the same threats. */
function foundIn(derived: readonly DerivedApi[]): ReadonlySet<ModelThreat> {
  const found = new Set<ModelThreat>();
  for (const { pieces } of derived) for (const piece of pieces) for (const threat of piece.found) found.add(threat);
  const [model] = derived.flatMap(({ models }) => models);
  const last = model === undefined ? undefined : lastFound.get(model);
  if (last?.size === found.size && [...found].every((threat) => last.has(threat))) return last;
  if (model !== undefined) lastFound.set(model, found);
  return found;
}

const workspaces = new WeakMap<Analysis, Workspace>();

/** The files that an analysis speaks of, so that its places can be found in them; undefined for one that we did not make. */
export function workspaceOf(analysis: Analysis): Workspace | undefined {
  return workspaces.get(analysis);
}

interface KeptBinding {
  readonly bound: readonly NamedApi[];
  readonly binding: Binding;
}

const bindingsOfModel = new WeakMap<Model, KeptBinding>();

/** A model bound to the APIs that it names; the last binding is kept while their descriptions stay. */
export function bindingOf(model: Model, apis: readonly Named[]): Binding {
  const bound = namedOf(model, apis).map(namedApi);
  const known = bindingsOfModel.get(model);
  if (known !== undefined && sameApis(known.bound, bound)) return known.binding;
  const binding = bindModel(model, bound);
  bindingsOfModel.set(model, { bound, binding });
  return binding;
}

function namedApi({ id, entry, description, called }: ApiOfModel): NamedApi {
  return { id, description, ...(id === entry.id ? {} : { entry: entry.id }), ...(called ? { called } : {}) };
}

function isSameApi({ id, description, called }: NamedApi, other: NamedApi | undefined): boolean {
  return id === other?.id && description === other.description && called === other.called;
}

function sameApis(first: readonly NamedApi[], second: readonly NamedApi[]): boolean {
  return first.length === second.length && first.every((api, index) => isSameApi(api, second[index]));
}
