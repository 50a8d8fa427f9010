import { processesOf } from '../../core/index';
import { atFrom } from '../report/located';
import { pathFrom, pathOf } from '../report/paths';
import type { ToldStatus } from '../report/told-status';
import { jsonText } from './json-text';

/** The machine-readable checklist; schemas/process.schema.json describes it. */
export function processJson(told: ToldStatus): string {
  const models = processesOf(told.analysis).map(({ model, stages, complete }) => ({
    model: pathFrom(told.workingDirectory, pathOf(model.uri)),
    title: model.title,
    complete,
    stages: stages.map(({ items, ...stage }) => ({
      ...stage,
      items: items.map(({ text, done, missing }) => ({
        text,
        done,
        missing: missing.map(({ text, at }) => ({ text, ...atFrom(told, at) })),
      })),
    })),
  }));
  return jsonText({ version: 1, models, notChecked: told.notChecked });
}
