import { type Binding, bindModel, type Model, type NamedApi } from '../model';
import type { ApiDescription, Operation } from '../openapi/types';
import { type Steps, sameList } from '../text';
import type { Workspace } from '../workspace';
import { analysingApi, exposureOfApi } from './analyse-api';
import { type ApiOfModel, apisIn, apisOf, type BoundModel, modelsOf, specsIn, type WorkspaceApi } from './apis';
import type { Appraise } from './appraise';
import { attackersById } from './attackers';
import { classesById, dataOf } from './data-settings';
import { environmentsOf } from './environments';
import { nameSpecs } from './name-specs';
import { problemsAcross } from './problems';
import { riskOf } from './risk-settings';
import { settingsOf } from './rule-settings';
import { newerEditions } from './siblings';
import { sameTouches, type Touch, touchesIn } from './touches';
import type { Analysis, ApiAnalysis } from './types';

export interface AnalyseOptions {
  /** `YYYY-MM-DD`: what is accepted until, or due by, is held against it. */
  readonly today: string;
  /** Path of a file from its repository's root, for fingerprints; without it the uri stands for itself. */
  readonly relative?: (uri: string) => string;
}

interface Kept {
  readonly api: WorkspaceApi;
  readonly edition: number;
  readonly today: string;
  readonly specPath: string;
  readonly appraise: Appraise;
  readonly models: readonly Model[];
  readonly bindings: readonly Binding[];
  readonly touches: ReadonlyMap<Operation, readonly Touch[]>;
  readonly analysis: ApiAnalysis;
}

const kept = new WeakMap<object, Kept>();

/** The analysis of a workspace by one risk method. */
export function* covering(workspace: Workspace, options: AnalyseOptions, appraise: Appraise): Steps<Analysis> {
  const models = modelsOf(workspace);
  const specs = specsIn(workspace);
  const naming = nameSpecs(models, specs);
  const apis = yield* apisIn(workspace, naming);
  const bindings = models.map((model) => ({ model, binding: bindingOf(model, apis) }));
  const newer = newerEditions(apis.map(({ description }) => description));
  const context = { bindings, newer, options, appraise };
  const analyses: ApiAnalysis[] = [];
  for (const api of apis) analyses.push(yield* analysingOne(api, context));
  const { today } = options;
  const seen = { workspace, models, bindings, apis, naming, specs: new Set(specs), analyses, today };
  const analysis: Analysis = { apis: analyses, models, problems: problemsAcross(seen) };
  workspaces.set(analysis, workspace);
  return analysis;
}

const workspaces = new WeakMap<Analysis, Workspace>();

/** The files that an analysis speaks of, so that its places can be found in them; undefined for one that we did not make. */
export function workspaceOf(analysis: Analysis): Workspace | undefined {
  return workspaces.get(analysis);
}

interface Context {
  readonly newer: ReadonlyMap<ApiDescription, number>;
  readonly bindings: readonly BoundModel[];
  readonly options: AnalyseOptions;
  readonly appraise: Appraise;
}

function* analysingOne(api: WorkspaceApi, { bindings, newer, options, appraise }: Context): Steps<ApiAnalysis> {
  const { description } = api;
  const specPath = options.relative?.(description.uri) ?? description.uri;
  const models = api.models.map(({ model }) => model);
  const edition = newer.get(description) ?? 0;
  const own = bindings.filter(({ model }) => models.includes(model));
  const known = kept.get(description);
  const isKept =
    known !== undefined && isSame(known, { edition, specPath, models, appraise, today: options.today, api });
  if (isKept && own.every(({ binding }, index) => binding === known.bindings[index])) return known.analysis;
  const touches = touchesIn(own);
  const seen = { api, edition, today: options.today, specPath, appraise, models, touches };
  const state = { ...seen, bindings: own.map(({ binding }) => binding) };
  // Another API of the same models may have changed what they mean here.
  if (isKept && sameTouches(known.touches, touches, description.operations)) {
    kept.set(description, { ...state, analysis: known.analysis });
    return known.analysis;
  }
  const exposure = exposureOfApi(description, api.models);
  const setting = {
    exposure,
    newer: edition,
    rules: settingsOf(models),
    data: dataOf(models),
    protected: classesById(models),
    attackers: attackersById(models),
    risk: riskOf(models),
    environments: environmentsOf(models),
    specPath,
    today: options.today,
    appraise,
  };
  const analysis = yield* analysingApi({ ...api, touches, setting });
  kept.set(description, { ...state, analysis });
  return analysis;
}

type Wanted = Pick<Kept, 'api' | 'edition' | 'specPath' | 'models' | 'appraise' | 'today'>;

function isSame(known: Kept, wanted: Wanted): boolean {
  return (
    known.api.id === wanted.api.id &&
    known.edition === wanted.edition &&
    known.today === wanted.today &&
    known.specPath === wanted.specPath &&
    known.appraise === wanted.appraise &&
    sameList(known.models, wanted.models) &&
    known.api.models.every(({ id }, index) => id === wanted.api.models[index]?.id)
  );
}

interface KeptBinding {
  readonly bound: readonly NamedApi[];
  readonly binding: Binding;
}

const bindingsOfModel = new WeakMap<Model, KeptBinding>();

/** A model bound to the APIs that it names; the last binding is kept while their descriptions stay. */
export function bindingOf(model: Model, apis: readonly Pick<WorkspaceApi, 'description' | 'models'>[]): Binding {
  const bound = apisOf(model, apis).map(namedApi);
  const known = bindingsOfModel.get(model);
  if (known !== undefined && sameApis(known.bound, bound)) return known.binding;
  const binding = bindModel(model, bound);
  bindingsOfModel.set(model, { bound, binding });
  return binding;
}

function namedApi({ id, entry, description }: ApiOfModel): NamedApi {
  return { id, description, ...(id === entry.id ? {} : { entry: entry.id }) };
}

function sameApis(first: readonly NamedApi[], second: readonly NamedApi[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ id, description }, index) => id === second[index]?.id && description === second[index]?.description)
  );
}
