import type { Model } from '../../model/types';
import { bindingOf } from '../cover';
import type { Analysis } from '../types';
import type { GoalContext } from './goal-context';

/** What the goals of a model are held against, from a finished analysis. */
export function contextOf(model: Model, analysis: Analysis): GoalContext {
  const apis = analysis.apis.filter(({ models }) => models.some((named) => named.model === model));
  const models = new Set([model, ...apis.flatMap((api) => api.models.map((named) => named.model))]);
  const beside = [...models].map((one) => ({ model: one, binding: bindingOf(one, analysis.apis) }));
  return { model, binding: bindingOf(model, analysis.apis), beside, apis, today: analysis.today };
}
