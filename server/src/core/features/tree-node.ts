import { nameOf, workspaceOf } from '../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { memo } from '../text';
import { namesIn } from './api-names';
import { explainShortly } from './explain-finding';
import { findingKey } from './finding-key';
import type { Location } from './locate';
import { locate } from './locate';
import { escapeMarkdown } from './markdown';
import { STATE_WORDS } from './state-words';

/** A group, a finding, or one operation of a finding, ready to be shown. */
export interface TreeNode {
  /** Stable while the group or the finding lasts; a child's begins with its parent's and a slash. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown, text from files escaped. */
  readonly tooltip: string;
  /** A codicon. */
  readonly icon: string;
  /** A theme colour, or empty. */
  readonly color: string;
  readonly accessibilityLabel: string;
  /** How many children there are: they are made when asked for. */
  readonly size: number;
  readonly children: readonly TreeNode[];
  readonly location: Location | null;
  /** What `findingKey` calls the finding, or null for a group. */
  readonly finding: string | null;
  /** The name of the operation that it speaks of alone, where the finding touches others too; else null. */
  readonly operation: string | null;
  /** `group`, `finding.open`, `finding.answered` or `question`; with ` operation` for one operation of a finding. */
  readonly context: string;
}

/** A shared cause stands in the group of each operation that it touches: its words are made once. */
const tooltipOf = memo(explainShortly);

/** A finding that stands in a group. `within`: the group is this operation's. */
export function findingNode(
  analysis: Analysis,
  api: ApiAnalysis,
  finding: Finding,
  group: string,
  within: Operation | null,
): TreeNode {
  const place = placeName(analysis, finding, api);
  const shared = finding.operations.length > 1;
  // A rule's title is the same for every operation: side by side in a narrow tree, the place tells them apart. The places of
  // a shared cause stand below it.
  const named = shared || finding.threat !== null || /^(?:operation|api):/.test(group);
  const figure = finding.rule === 'unanswered' ? '' : `${finding.risk.residual.toFixed(1)} · `;
  const where = within === null ? place : shared ? `shared by ${finding.operations.length} operations` : '';
  const id = `${group}/${findingKey(api, finding)}`;
  const parts = shared && within === null ? finding.operations : [];
  const base = {
    id,
    label: named ? finding.title : place,
    description: `${figure}${named ? where : finding.title}`.replace(/ · $/, ''),
    tooltip: tooltipOf(finding),
    ...look(finding),
    accessibilityLabel: `${finding.title}, ${place}, ${STATE_WORDS[finding.state]}, risk ${finding.risk.level}`,
    size: parts.length,
    location: located(analysis, finding.at),
    finding: findingKey(api, finding),
    operation: within !== null && shared ? nameOf(within) : null,
    context: contextOf(finding),
  };
  return {
    ...base,
    get children() {
      return parts.map((operation) => operationNode(analysis, api, finding, operation, id));
    },
  };
}

/** One operation that a finding touches among others: it can be shown, and answered alone. */
function operationNode(
  analysis: Analysis,
  api: ApiAnalysis,
  finding: Finding,
  operation: Operation,
  parent: string,
): TreeNode {
  const label = namesIn(analysis).operation(api, operation);
  return {
    id: `${parent}/${operation.name}${nameOf(operation)}`,
    label,
    description: operation.operationId,
    tooltip: `${escapeMarkdown(finding.title)}: ${escapeMarkdown(label)}`,
    icon: 'symbol-method',
    color: look(finding).color,
    accessibilityLabel: `${finding.title}, ${label}, ${STATE_WORDS[finding.state]}`,
    size: 0,
    children: [],
    location: located(analysis, operation.at),
    finding: findingKey(api, finding),
    operation: nameOf(operation),
    context: `${contextOf(finding)} operation`,
  };
}

function located(analysis: Analysis, at: Finding['at']): Location | null {
  const workspace = workspaceOf(analysis);
  return workspace === undefined ? null : locate(workspace, at);
}

function contextOf(finding: Finding): string {
  if (finding.rule === 'unanswered') return 'question';
  return finding.severity === 'hint' ? 'finding.answered' : 'finding.open';
}

/** What a finding is about: its API, or its first operation and how many more. */
export function placeName(analysis: Analysis, finding: Finding, api: ApiAnalysis): string {
  const names = namesIn(analysis);
  const [first] = finding.operations;
  if (finding.apiWide || first === undefined) return names.api(api);
  const more = finding.operations.length - 1;
  const name = names.operation(api, first);
  return more === 0 ? name : `${name} and ${more} more`;
}

function look(finding: Finding): Pick<TreeNode, 'icon' | 'color'> {
  if (finding.rule === 'unanswered') return { icon: 'question', color: 'problemsInfoIcon.foreground' };
  if (finding.severity === 'hint') return { icon: 'pass', color: 'testing.iconPassed' };
  if (finding.severity === 'error') return { icon: 'error', color: 'problemsErrorIcon.foreground' };
  if (finding.severity === 'warning') return { icon: 'warning', color: 'problemsWarningIcon.foreground' };
  return { icon: 'info', color: 'problemsInfoIcon.foreground' };
}
