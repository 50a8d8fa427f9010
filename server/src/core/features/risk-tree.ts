import { nameOf, PLAIN_WORDS } from '../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { openHighAndCritical } from '../risk/rank';
import { namesIn } from './api-names';
import { capital } from './capital';
import { escapeMarkdown } from './markdown';
import { STATE_WORDS } from './state-words';
import { findingNode, type TreeNode } from './tree-node';

export interface TreeOptions {
  readonly groupBy: 'risk' | 'stride' | 'operation' | 'status';
  /** Only what contains this text, whatever its case; empty for all. */
  readonly filter: string;
  /** Rules whose findings are not shown, by id. */
  readonly hidden?: ReadonlySet<string>;
}

/** The findings of all APIs, ranked, in groups; groups and findings keep the order of risk. */
export function riskTree(analysis: Analysis, options: TreeOptions): TreeNode[] {
  const groups = new Map<string, { label: string; nodes: TreeNode[] }>();
  for (const { api, finding } of rankedFindings(analysis)) {
    if (options.hidden?.has(finding.rule) || !matches(finding, api, options.filter)) continue;
    for (const { key, label, operation } of groupsOf(analysis, finding, api, options.groupBy)) {
      const group = groups.get(key) ?? { label, nodes: [] };
      groups.set(key, group);
      group.nodes.push(findingNode(analysis, api, finding, key, operation ?? null));
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
  return all.sort((a, b) => b.finding.risk.rank - a.finding.risk.rank);
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
    STATE_WORDS[finding.state],
    finding.risk.level,
    ...finding.stride,
  ];
  return [...text, ...finding.owasp, ...names].some((part) => part.toLowerCase().includes(wanted));
}

interface Group {
  readonly key: string;
  readonly label: string;
  /** The operation whose group it is. */
  readonly operation?: Operation;
}

function groupsOf(
  analysis: Analysis,
  finding: Finding,
  api: ApiAnalysis,
  groupBy: TreeOptions['groupBy'],
): readonly Group[] {
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
  if (finding.apiWide) return [{ key: `api:${uri}`, label: `${names.api(api)}: the whole API` }];
  return finding.operations.map((operation) => ({
    key: `operation:${uri} ${nameOf(operation)}`,
    label: names.operation(api, operation),
    operation,
  }));
}

function groupNode(key: string, label: string, children: readonly TreeNode[], groupBy: string): TreeNode {
  const category = key.slice(key.indexOf(':') + 1) as keyof typeof PLAIN_WORDS;
  const words = groupBy === 'stride' ? PLAIN_WORDS[category] : '';
  return {
    id: key,
    label,
    description: words === '' ? String(children.length) : `${children.length} · ${words}`,
    tooltip: words === '' ? escapeMarkdown(label) : `${escapeMarkdown(label)}: ${words}`,
    icon: groupBy === 'operation' ? 'symbol-method' : groupBy === 'stride' ? 'shield' : 'folder',
    color: '',
    accessibilityLabel: `${label}, ${children.length} ${children.length === 1 ? 'entry' : 'entries'}`,
    size: children.length,
    children,
    location: null,
    finding: null,
    operation: null,
    context: 'group',
  };
}
