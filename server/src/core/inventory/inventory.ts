import { dataOf, newerEditions, specNameOf, stem, workspaceOf } from '../coverage';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Model, ModelApi } from '../model/types';
import type { ApiDescription, Operation } from '../openapi/types';
import { openHighAndCritical } from '../risk';
import { notesOf } from './notes';
import type { InventoryRow } from './types';

/** Every API that is described or that a model names, in the order of their ids. Descriptions of others, which we call, are none. */
export function inventoryOf(analysis: Analysis): InventoryRow[] {
  const own = analysis.apis.filter(({ called }) => called === null);
  const newer = newerEditions(own.map(({ description }) => description));
  const rows = [
    ...own.map((api) => described(analysis, api, newer.get(api.description) ?? null)),
    ...analysis.models.filter(({ shared }) => !shared).flatMap((model) => gone(analysis, model)),
  ];
  return rows.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

function described(analysis: Analysis, api: ApiAnalysis, newer: number | null): InventoryRow {
  const { description, exposure, id, findings } = api;
  const named = api.models.filter(({ called }) => !called);
  const entries = named.map(({ entry }) => entry);
  const models = named.map(({ model }) => model);
  const owner = [...entries, ...models].find((one) => one.owner !== '')?.owner ?? '';
  const row = {
    id,
    title: description.title,
    version: description.apiVersion,
    uri: description.uri,
    description,
    models,
    lifecycle: entries[0]?.lifecycle ?? '',
    exposure,
    owner,
    servers: description.servers.map(({ url }) => url),
    data: classesOf(description, models),
    operations: description.operations.length,
    deprecated: description.operations.filter(({ deprecated }) => deprecated).length,
    ...reviewOf(models, analysis.today),
    urgent: openHighAndCritical(findings),
    at: description.at,
  } as const;
  const overdue = analysis.problems.some(({ code, at }) => {
    return code === 'review-overdue' && models.some(({ uri }) => uri === at.uri);
  });
  return { ...row, notes: notesOf(row, entries, { newer, overdue }) };
}

/** The last review of the models, and how many days ago it was. */
function reviewOf(models: readonly Model[], today: string): Pick<InventoryRow, 'reviewed' | 'age'> {
  const days = models.flatMap(({ reviewed }) => reviewed?.text ?? []).filter((day) => !Number.isNaN(Date.parse(day)));
  const reviewed = days.sort().at(-1) ?? '';
  const age = reviewed === '' ? null : Math.round((Date.parse(today) - Date.parse(reviewed)) / 86_400_000);
  return { reviewed, age };
}

function classesOf({ operations }: ApiDescription, models: readonly Model[]): string[] {
  const see = dataOf(models)?.see;
  const classes = new Set<string>();
  for (const operation of operations) for (const one of classesIn(see?.(operation) ?? operation)) classes.add(one);
  return [...classes].sort();
}

function classesIn({ parameters, request, responses }: Operation): string[] {
  const payloads = [request, ...responses.map(({ payload }) => payload)];
  const holders = [...parameters, ...payloads.flatMap((payload) => payload?.properties ?? [])];
  return holders.flatMap(({ dataClass }) => dataClass ?? []);
}

/** Entries whose description is not there. */
function gone(analysis: Analysis, model: Model): InventoryRow[] {
  const workspace = workspaceOf(analysis);
  return model.apis.flatMap((entry) => {
    const target = specNameOf(entry);
    if (target === null || target.glob !== null || workspace?.unread.has(target.target) !== true) return [];
    return [absent(entry, model, target.target, analysis.today)];
  });
}

function absent(entry: ModelApi, model: Model, uri: string, today: string): InventoryRow {
  return {
    id: entry.id,
    title: stem(uri),
    version: '',
    uri,
    description: null,
    models: [model],
    lifecycle: entry.lifecycle,
    exposure: entry.exposure ?? '',
    owner: entry.owner || model.owner,
    servers: entry.servers,
    data: [],
    operations: 0,
    deprecated: 0,
    ...reviewOf([model], today),
    urgent: 0,
    notes: [{ code: 'description-gone', text: `its description ${entry.spec} is not there` }],
    at: entry.specAt,
  };
}
