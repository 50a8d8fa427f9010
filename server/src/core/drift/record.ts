import type { Analysis, ApiAnalysis } from '../coverage';
import { dataOf, workspaceOf } from '../coverage';
import type { Model } from '../model/types';
import { memo, resolveUri } from '../text';
import { keysOf } from './keys';
import { recordOfApi } from './record-api';
import { recordOfComponent } from './record-component';
import { recordOfOperation } from './record-operation';
import type { Recorded, RecordedApi, Records } from './types';

/** All that is recorded of a model as things are now, in no order. */
export function recordsOf(analysis: Analysis, model: Model): Records {
  const all = analysis.apis.filter(({ called }) => called === null).flatMap((api) => recordsOfApi(api)(model));
  const components = model.components.map((component): Recorded => {
    const entry = recordOfComponent(component, (file) => digestOf(analysis, component.at.uri, file));
    return { key: component.id, kind: 'component', entry, api: '', operation: null, at: component.at };
  });
  return new Map([...all, ...components].map((recorded) => [recorded.key, recorded]));
}

/** The digest of a file that a component names; empty where nobody has read it. */
function digestOf(analysis: Analysis, from: string, file: string): string {
  const uri = resolveUri(from, file.replaceAll('?', '%3F'));
  return workspaceOf(analysis)?.evidence.get(`${uri}#`)?.digest ?? '';
}

/** By API, so that an edit of one records no other again. */
const recordsOfApi = memo((api: ApiAnalysis) => {
  const known = new WeakMap<Model, readonly Recorded[]>();
  return (model: Model): readonly Recorded[] => {
    const kept =
      known.get(model) ??
      api.models
        .filter((named) => named.model === model && !named.called)
        .flatMap(({ id, entry }) => {
          const { see } = dataOf([model]) ?? { see: (operation) => operation };
          return recordsIn({ id, exposure: api.exposure, description: api.description, see, at: entry.at });
        });
    known.set(model, kept);
    return kept;
  };
});

/** An API and its operations. */
export function recordsIn({ id, exposure, description, see, at }: RecordedApi): readonly Recorded[] {
  const whole: Recorded = {
    key: id,
    kind: 'api',
    entry: recordOfApi(description, exposure),
    api: id,
    operation: null,
    at,
  };
  const each = [...keysOf(description.operations, id)].map(([operation, key]): Recorded => {
    return { key, kind: 'operation', entry: recordOfOperation(see(operation)), api: id, operation, at: operation.at };
  });
  return [whole, ...each];
}
