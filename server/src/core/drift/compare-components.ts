import type { Analysis } from '../coverage';
import type { Model } from '../model/types';
import { driftBetween } from './compare';
import { recordsOf } from './record';
import type { Drift, Records } from './types';

/**
 * What changed of the components of models (kind, ports, the files of their settings) between two states of the same files. A model is
 * the same where its file is; one that was not there before is no news of its components.
 */
export function compareComponents(before: Analysis, now: Analysis, isAsked: (model: Model) => boolean): Drift[] {
  const earlier = new Map(before.models.map((model) => [model.uri, model]));
  return now.models.filter(isAsked).flatMap((model) => {
    const old = earlier.get(model.uri);
    return old === undefined ? [] : driftBetween(componentsOf(before, old), componentsOf(now, model));
  });
}

function componentsOf(analysis: Analysis, model: Model): Records {
  return new Map([...recordsOf(analysis, model)].filter(([, { kind }]) => kind === 'component'));
}
