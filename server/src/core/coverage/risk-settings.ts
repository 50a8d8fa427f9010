import { USUAL_RISK } from '../model';
import type { Model, RiskSettings } from '../model/types';
import { memoText } from '../text';

/** How the risk of an API is rated: as its first model says. The same words give the same object, so that an edit elsewhere moves no figure. */
export function riskOf(models: readonly Model[]): RiskSettings {
  const [model] = models;
  return model === undefined ? USUAL_RISK : settingsIn(JSON.stringify(model.risk));
}

const settingsIn = memoText(50, (text) => JSON.parse(text) as RiskSettings);
