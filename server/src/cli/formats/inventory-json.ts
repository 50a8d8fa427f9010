import type { Called } from '../../core/index';
import type { ToldInventory } from '../report/inventoried';
import { atFrom } from '../report/located';
import { pathFrom, pathOf } from '../report/paths';
import { jsonText } from './json-text';

/** The machine-readable inventory; schemas/inventory.schema.json describes it. */
export function inventoryJson(told: ToldInventory): string {
  const { rows, traffic, notChecked, workingDirectory } = told;
  const apis = rows.map(({ uri, description, models, at, ...row }) => ({
    ...row,
    file: pathFrom(workingDirectory, pathOf(uri)),
    described: description !== null,
    models: models.map((model) => pathFrom(workingDirectory, pathOf(model.uri))),
    ...atFrom(told, at),
  }));
  return jsonText({ version: 1, apis, ...(traffic === null ? {} : { traffic: trafficJson(traffic) }), notChecked });
}

function trafficJson({ zombies, unused, ...rest }: NonNullable<ToldInventory['traffic']>) {
  return { ...rest, zombies: zombies.map(calledJson), unused: unused.map(calledJson) };
}

function calledJson({ api, operation: { method, path, operationId }, calls }: Called) {
  return { api, method, path, ...(operationId === '' ? {} : { operationId }), calls };
}
