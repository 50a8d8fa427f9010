import type { ApiAnalysis, Finding } from '../coverage/types';

/** Names one finding among those of all APIs: two folders may each have an API of the same name. */
export function findingKey(api: ApiAnalysis, finding: Finding): string {
  return `${finding.id} in ${api.description.uri}`;
}
