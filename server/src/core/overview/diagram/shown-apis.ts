import type { ApiAnalysis } from '../../coverage/types';
import { LEVELS } from '../../model/schema/common';
import type { Level } from '../../model/types';
import { isOpen } from '../../risk';
import type { Scene } from '../scene';

/** For more APIs than these a diagram shows nothing. */
const MOST_APIS = 40;

/** An API that the diagram shows. */
export interface ShownApi {
  readonly id: string;
  readonly api: ApiAnalysis;
  readonly label: string;
  readonly level: Level | null;
  readonly threats: number;
}

/** The APIs with the most to lose, in the order of the workspace. */
export function shownApis({ own: apis, threats, names }: Scene): readonly ShownApi[] {
  const open = new Map<ApiAnalysis, Level[]>();
  const sums = new Map<ApiAnalysis, number>();
  for (const { api, finding } of threats) {
    if (isOpen(finding)) open.set(api, [...(open.get(api) ?? []), finding.risk.level]);
    sums.set(api, (sums.get(api) ?? 0) + finding.risk.rank);
  }
  const riskiest = apis.toSorted((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0)).slice(0, MOST_APIS);
  const chosen = new Set(riskiest);
  return apis
    .filter((api) => chosen.has(api))
    .map((api) => {
      const levels = open.get(api) ?? [];
      const [level = null] = levels.toSorted((a, b) => LEVELS.indexOf(b) - LEVELS.indexOf(a));
      return {
        id: `api ${api.description.uri}`,
        api,
        label: names.api(api),
        level,
        threats: levels.length,
      };
    });
}
