import { nameOf, PLAIN_WORDS } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import { openHighAndCritical } from '../../risk/rank';
import { escapeMarkdown } from '../markdown';
import { STATE_WORDS } from '../state-words';
import { type Entry, findingNode, findingRow } from './finding-node';
import { type Grouping, groupsOf } from './groups';
import { mitigationsGroup } from './mitigation-nodes';
import { joined, sinceReview, trendOf } from './row-trend';
import { figuresInWords, figuresOf, type TreeNode, type TreeRow } from './tree-node';

export interface TreeOptions {
  readonly groupBy: Grouping;
  /** Only what contains this text, whatever its case; empty for all. */
  readonly filter: string;
  /** Rules whose findings are not shown, by id. */
  readonly hidden?: ReadonlySet<string>;
}

/** The findings of all APIs, ranked, in groups, which keep the order of risk; then the mitigations that may answer them. */
export function riskTree(analysis: Analysis, options: TreeOptions): TreeNode[] {
  const groups = new Map<string, { label: string; entries: Entry[] }>();
  for (const { api, finding } of rankedFindings(analysis)) {
    if (options.hidden?.has(finding.rule) || !matches(analysis, finding, api, options.filter)) continue;
    for (const { key, label, operation } of groupsOf(analysis, finding, api, options.groupBy)) {
      const group = groups.get(key) ?? { label, entries: [] };
      groups.set(key, group);
      group.entries.push({ api, finding, group: key, within: operation ?? null });
    }
  }
  const nodes = [...groups].map(([key, { label, entries }]) =>
    groupNode(analysis, { key, label, entries, groupBy: options.groupBy }),
  );
  return nodes.length === 0 ? [] : [...nodes, ...mitigationsGroup(analysis)];
}

/** What a badge shows: open findings of high or critical risk. */
export function badgeOf(analysis: Analysis): number {
  return analysis.apis.reduce((sum, api) => sum + openHighAndCritical(api.findings), 0);
}

function rankedFindings(analysis: Analysis): { api: ApiAnalysis; finding: Finding }[] {
  const all = analysis.apis.flatMap((api) => api.findings.map((finding) => ({ api, finding })));
  return all.sort((a, b) => b.finding.risk.rank - a.finding.risk.rank);
}

function matches(analysis: Analysis, finding: Finding, api: ApiAnalysis, filter: string): boolean {
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
    sinceReview(trendOf(analysis, finding)),
    ...finding.stride,
  ];
  return [...text, ...finding.owasp, ...names].some((part) => part.toLowerCase().includes(wanted));
}

interface Shown {
  readonly key: string;
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly groupBy: Grouping;
}

const ICONS: Readonly<Record<Grouping, string>> = {
  risk: 'folder',
  stride: 'shield',
  operation: 'symbol-method',
  status: 'folder',
};

function groupNode(analysis: Analysis, { key, label, entries, groupBy }: Shown): TreeNode {
  const category = key.slice(key.indexOf(':') + 1) as keyof typeof PLAIN_WORDS;
  const words = groupBy === 'stride' ? PLAIN_WORDS[category] : '';
  const size = entries.length;
  const count = `${size} ${size === 1 ? 'entry' : 'entries'}`;
  const worst = worstOf(entries);
  const figures = worst === null ? '' : figuresOf(worst.inherent, worst.residual);
  const fresh = newIn(analysis, entries);
  let rows: readonly TreeRow[] | null = null;
  const inWords = worst === null ? '' : `the worst of them ${figuresInWords(worst.inherent, worst.residual)}`;
  return {
    id: key,
    label,
    description: joined([String(size), figures, fresh, words], ' · '),
    icon: ICONS[groupBy],
    color: '',
    accessibilityLabel: joined([label, count, inWords && `risk of ${inWords}`, sinceReview(fresh)], ', '),
    size,
    below: '',
    finding: null,
    operation: null,
    context: 'group',
    answerable: entries.some(({ finding }) => finding.severity !== 'hint'),
    answered: false,
    get rows() {
      rows ??= entries.map((entry) => findingRow(analysis, entry));
      return rows;
    },
    get children() {
      return entries.map((entry) => findingNode(analysis, entry));
    },
    tooltip: tooltipOf(words === '' ? label : `${label}: ${words}`, count, inWords, fresh),
    location: null,
    answers: [],
  };
}

function tooltipOf(name: string, count: string, figures: string, fresh: string): string {
  const risk = figures === '' ? '' : `\n\nRisk \\(0 to 10\\) of ${escapeMarkdown(figures)}\\.`;
  const trend = fresh === '' ? '' : `\n\n${sinceReview(fresh)}\\.`;
  return `${escapeMarkdown(name)}, ${count}${risk}${trend}`;
}

/** `3 new`: how many of a group the last review did not have; empty for none. */
function newIn(analysis: Analysis, entries: readonly Entry[]): string {
  const count = entries.filter(({ finding }) => trendOf(analysis, finding) === 'new').length;
  return count === 0 ? '' : `${count} new`;
}

/** The highest figures of a group before and after answers; null where it holds only questions. */
function worstOf(entries: readonly Entry[]): { inherent: number; residual: number } | null {
  const risks = entries.flatMap(({ finding }) => (finding.rule === 'unanswered' ? [] : finding.risk));
  if (risks.length === 0) return null;
  const highest = (figure: 'inherent' | 'residual') => risks.reduce((max, risk) => Math.max(max, risk[figure]), 0);
  return { inherent: highest('inherent'), residual: highest('residual') };
}
