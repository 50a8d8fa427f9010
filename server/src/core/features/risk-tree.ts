import { nameOf, PLAIN_WORDS, workspaceOf } from '../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import { openHighAndCritical } from '../risk/rank';
import { explainFinding } from './explain-finding';
import { findingKey } from './finding-key';
import type { Location } from './locate';
import { locate } from './locate';
import { escapeMarkdown } from './markdown';

export interface TreeOptions {
  readonly groupBy: 'risk' | 'stride' | 'operation' | 'status';
  /** Only what contains this text, whatever its case; empty for all. */
  readonly filter: string;
}

/** A group or a finding, ready to be shown. */
export interface TreeNode {
  /** Stable while the group or the finding lasts. */
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
  readonly children: readonly TreeNode[];
  readonly location: Location | null;
  /** What `findingKey` calls the finding, or null for a group. */
  readonly finding: string | null;
  /** `group`, `finding.open`, `finding.answered` or `question`. */
  readonly context: string;
}

/** The findings of all APIs, ranked, in groups; groups and findings keep the order of risk. */
export function riskTree(analysis: Analysis, options: TreeOptions): TreeNode[] {
  const groups = new Map<string, { label: string; nodes: TreeNode[] }>();
  for (const { api, finding } of rankedFindings(analysis)) {
    if (!matches(finding, api, options.filter)) continue;
    for (const [key, label] of groupsOf(finding, api, options.groupBy)) {
      const group = groups.get(key) ?? { label, nodes: [] };
      groups.set(key, group);
      group.nodes.push(findingNode(analysis, api, finding, key));
    }
  }
  return [...groups].map(([key, { label, nodes }]) => groupNode(key, label, nodes, options.groupBy));
}

/** What a badge shows: open findings of high or critical risk. */
export function badgeOf(analysis: Analysis): number {
  return analysis.apis.reduce((sum, api) => sum + openHighAndCritical(api.findings), 0);
}

function rankedFindings(analysis: Analysis): { api: ApiAnalysis; finding: Finding }[] {
  const all = analysis.apis.flatMap((api) => api.findings.map((finding) => ({ api, finding })));
  return all.sort((a, b) => b.finding.risk.residual - a.finding.risk.residual);
}

function matches(finding: Finding, api: ApiAnalysis, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return true;
  const names = finding.operations.map((operation) => `${nameOf(operation)} ${operation.operationId}`);
  const text = [
    api.id,
    finding.rule,
    finding.title,
    finding.message,
    finding.state,
    finding.risk.level,
    ...finding.stride,
  ];
  return [...text, ...finding.owasp, ...names].some((part) => part.toLowerCase().includes(wanted));
}

type Group = readonly [key: string, label: string];

function groupsOf(finding: Finding, api: ApiAnalysis, groupBy: TreeOptions['groupBy']): readonly Group[] {
  if (groupBy === 'status') return [[`status:${finding.state}`, capital(finding.state)]];
  if (groupBy === 'stride') {
    return finding.stride
      .slice(0, finding.threat === null && finding.rule !== 'unanswered' ? 1 : 6)
      .map((category) => [`stride:${category}`, capital(category.replaceAll('-', ' '))]);
  }
  if (groupBy === 'operation') {
    if (finding.apiWide) return [[`api:${api.description.uri}`, `${api.id}: the whole API`]];
    return finding.operations.map((operation) => [
      `operation:${api.description.uri} ${nameOf(operation)}`,
      nameOf(operation),
    ]);
  }
  if (finding.rule === 'unanswered') return [['risk:unanswered', 'Unanswered']];
  return [[`risk:${finding.risk.level}`, capital(finding.risk.level)]];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function groupNode(key: string, label: string, children: readonly TreeNode[], groupBy: string): TreeNode {
  const category = key.slice(key.indexOf(':') + 1) as keyof typeof PLAIN_WORDS;
  const words = groupBy === 'stride' ? ` \\(${PLAIN_WORDS[category]}\\)` : '';
  return {
    id: key,
    label,
    description: String(children.length),
    tooltip: `${escapeMarkdown(label)}${words}`,
    icon: groupBy === 'operation' ? 'symbol-method' : groupBy === 'stride' ? 'shield' : 'folder',
    color: '',
    accessibilityLabel: `${label}, ${children.length} ${children.length === 1 ? 'entry' : 'entries'}`,
    children,
    location: null,
    finding: null,
    context: 'group',
  };
}

function findingNode(analysis: Analysis, api: ApiAnalysis, finding: Finding, group: string): TreeNode {
  const workspace = workspaceOf(analysis);
  const place = placeName(finding, api);
  // A rule's title is the same for every operation: side by side in a narrow tree, the place tells them apart.
  const named = finding.threat !== null || /^(?:operation|api):/.test(group);
  const figure = finding.rule === 'unanswered' ? '' : `${finding.risk.residual} · `;
  return {
    id: `${group}/${findingKey(api, finding)}`,
    label: named ? finding.title : place,
    description: `${figure}${named ? place : finding.title}`,
    tooltip: explainFinding(finding),
    ...look(finding),
    accessibilityLabel: `${finding.title}, ${place}, ${finding.state}, risk ${finding.risk.level}`,
    children: [],
    location: workspace === undefined ? null : locate(workspace, finding.at),
    finding: findingKey(api, finding),
    context:
      finding.rule === 'unanswered' ? 'question' : finding.severity === 'hint' ? 'finding.answered' : 'finding.open',
  };
}

function placeName(finding: Finding, api: ApiAnalysis): string {
  const [first] = finding.operations;
  if (finding.apiWide || first === undefined) return api.id;
  const more = finding.operations.length - 1;
  return more === 0 ? nameOf(first) : `${nameOf(first)} and ${more} more`;
}

function look(finding: Finding): Pick<TreeNode, 'icon' | 'color'> {
  if (finding.rule === 'unanswered') return { icon: 'question', color: 'problemsInfoIcon.foreground' };
  if (finding.severity === 'hint') return { icon: 'pass', color: 'testing.iconPassed' };
  if (finding.severity === 'error') return { icon: 'error', color: 'problemsErrorIcon.foreground' };
  if (finding.severity === 'warning') return { icon: 'warning', color: 'problemsWarningIcon.foreground' };
  return { icon: 'info', color: 'problemsInfoIcon.foreground' };
}
