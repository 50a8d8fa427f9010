import { workspaceOf } from '../../coverage';
import type { Analysis, ApiAnalysis } from '../../coverage/types';
import { type Drift, driftBetween, type LockReading, type Records, readLock, recordsOf } from '../../drift';
import type { Model } from '../../model/types';
import { memo } from '../../text';

/** A model with what was recorded of it, and what has changed since. */
export interface ModelDrift {
  readonly model: Model;
  readonly lockUri: string;
  /** Null where the model has no lock. */
  readonly reading: LockReading | null;
  readonly records: Records;
  /** Empty where there is no lock, or none of it reads. */
  readonly drifts: readonly Drift[];
}

/** The file that records what was reviewed of a model: `shop.threats.lock.json` beside `shop.threats.yaml`. */
export function lockUriOf(modelUri: string): string {
  return `${modelUri.replace(/\.(?:ya?ml|json)$/i, '')}.lock.json`;
}

/** Each model that is no part of another, with its drift. */
export const modelDrifts: (analysis: Analysis) => readonly ModelDrift[] = memo((analysis) =>
  analysis.models.filter(({ shared }) => !shared).map((model) => driftOf(analysis, model)),
);

/** The APIs that a model names as its own. */
export function apisOf({ apis }: Analysis, model: Model): readonly ApiAnalysis[] {
  return apis.filter((api) => api.called === null && api.models.some((one) => one.model === model && !one.called));
}

function driftOf(analysis: Analysis, model: Model): ModelDrift {
  const lockUri = lockUriOf(model.uri);
  const document = workspaceOf(analysis)?.get(lockUri);
  const reading = document === undefined ? null : readLock(document);
  let records: Records | null = null;
  const all = () => {
    records ??= recordsOf(analysis, model);
    return records;
  };
  return {
    model,
    lockUri,
    reading,
    get records() {
      return all();
    },
    drifts: reading === null || isLost(reading) ? [] : driftBetween(reading.lock.entries, all()),
  };
}

/** A lock of which nothing reads: it tells of no change, and must not call everything new. */
function isLost({ lock, problems }: LockReading): boolean {
  return lock.entries.size === 0 && problems.length > 0;
}
