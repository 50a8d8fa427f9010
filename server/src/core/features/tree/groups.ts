import { nameOf } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import type { Operation } from '../../openapi/types';
import { inert } from '../../text';
import { namesIn } from '../api-names';
import { capital } from '../capital';
import { STATE_WORDS } from '../state-words';

export type Grouping = 'risk' | 'stride' | 'operation' | 'status';

export interface Group {
  readonly key: string;
  readonly label: string;
  /** The operation whose group it is. */
  readonly operation?: Operation;
}

/** The groups in which a finding stands. */
export function groupsOf(analysis: Analysis, finding: Finding, api: ApiAnalysis, groupBy: Grouping): readonly Group[] {
  if (groupBy === 'status') return [{ key: `status:${finding.state}`, label: capital(STATE_WORDS[finding.state]) }];
  if (groupBy === 'stride') {
    return finding.stride
      .slice(0, finding.threat === null && finding.rule !== 'unanswered' ? 1 : 6)
      .map((category) => ({ key: `stride:${category}`, label: capital(category.replaceAll('-', ' ')) }));
  }
  if (groupBy === 'operation') return byOperation(analysis, finding, api);
  if (finding.rule === 'unanswered') return [{ key: 'risk:unanswered', label: 'Unanswered' }];
  return [{ key: `risk:${finding.risk.level}`, label: capital(finding.risk.level) }];
}

function byOperation(analysis: Analysis, finding: Finding, api: ApiAnalysis): readonly Group[] {
  const names = namesIn(analysis);
  const { uri } = api.description;
  if (finding.apiWide) return [{ key: `api:${uri}`, label: inert(`${names.api(api)}: the whole API`) }];
  return finding.operations.map((operation) => ({
    key: `operation:${uri} ${nameOf(operation)}`,
    label: inert(names.operation(api, operation)),
    operation,
  }));
}
