import { filelessModel, type Model, withSites } from '../model';
import type { AnswerSite, ApiDescription } from '../openapi/types';
import { memo } from '../text';
import type { Named, WorkspaceApi } from './apis';
import type { NamedIn } from './name-specs';

/** The answers that stand in a description, those at its root first. */
export const sitesOf: (description: ApiDescription) => readonly AnswerSite[] = memo(({ answers, operations }) => {
  const sites = new Set<AnswerSite>(answers === undefined ? [] : [answers]);
  for (const operation of operations) for (const site of operation.answers ?? []) sites.add(site);
  return [...sites];
});

/** All that says something of an API: the models that name it, or its description itself. */
export function answeringOn({ models, beside = null }: Pick<Named, 'models' | 'beside'>): readonly NamedIn[] {
  return beside === null ? models : [...models, beside];
}

/** Whatever answers something: the models, and what descriptions that no model names say of themselves. */
export function answeringModels({
  models,
  apis,
}: {
  readonly models: readonly Model[];
  readonly apis: readonly Pick<Named, 'beside'>[];
}): readonly Model[] {
  const fileless = apis.flatMap(({ beside }) => beside?.model ?? []);
  return fileless.length === 0 ? models : [...models, ...fileless];
}

interface Beside {
  readonly models: readonly Model[];
  readonly apis: readonly WorkspaceApi[];
}

/** Models and APIs with the answers that stand in descriptions; the very same where there are none. */
export function withAnswersBeside(models: readonly Model[], apis: readonly WorkspaceApi[]): Beside {
  if (apis.every(({ description }) => sitesOf(description).length === 0)) return { models, apis };
  const extended = new Map(
    [...aroundModels(apis)].map(([model, { sites, beside }]) => [model, withSites(model, sites, [...beside])]),
  );
  const now = (model: Model) => extended.get(model) ?? model;
  return { models: models.map(now), apis: apis.map((api) => extendedApi(api, now)) };
}

interface Around {
  readonly sites: AnswerSite[];
  /** Other models of the same APIs. */
  readonly beside: Set<Model>;
}

function aroundModels(apis: readonly WorkspaceApi[]): ReadonlyMap<Model, Around> {
  const around = new Map<Model, Around>();
  for (const { description, models: named } of apis) {
    for (const { model } of named) {
      const own = around.get(model) ?? { sites: [], beside: new Set<Model>() };
      around.set(model, own);
      own.sites.push(...sitesOf(description));
      for (const other of named) if (other.model !== model) own.beside.add(other.model);
    }
  }
  return around;
}

function extendedApi(api: WorkspaceApi, now: (model: Model) => Model): WorkspaceApi {
  const { id, description, models } = api;
  const sites = sitesOf(description);
  if (sites.length === 0 && models.every(({ model }) => now(model) === model)) return api;
  if (models.length > 0) return { ...api, models: models.map((named) => ({ ...named, model: now(named.model) })) };
  const model = withSites(filelessModel(description, id), sites, []);
  return { ...api, beside: model.apis.map((entry) => ({ model, entry, id, called: false }))[0] };
}
