import { nameOf, workspaceOf } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import type { Operation } from '../../openapi/types';
import { inert, memo } from '../../text';
import type { Place } from '../../text/types';
import { namesIn } from '../api-names';
import { explainShortly } from '../explain-finding';
import { findingKey } from '../finding-key';
import { type Location, locate } from '../locate';
import { escapeMarkdown } from '../markdown';
import { STATE_WORDS } from '../state-words';
import { joined, sinceReview, trendOf, trendTooltip } from './row-trend';
import { figuresInWords, figuresOf, type TreeNode, type TreeRow } from './tree-node';

/** A finding that stands in a group. */
export interface Entry {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  /** The id of the group. */
  readonly group: string;
  /** The operation whose group it is. */
  readonly within: Operation | null;
}

interface Kept {
  readonly place: string;
  /** The description's uri. */
  readonly api: string;
  readonly trend: string;
  readonly row: TreeRow;
}

/** By group: an edit leaves most findings as they are, and their rows are made once. */
const known = new WeakMap<Finding, Map<string, Kept>>();
/** A shared cause stands in the group of each operation that it touches: its words are made once. */
const tooltipOf = memo(explainShortly);

/** What the row of a finding shows in its group. */
export function findingRow(analysis: Analysis, { api, finding, group, within }: Entry): TreeRow {
  const place = placeName(analysis, finding, api);
  const trend = trendOf(analysis, finding);
  const rows = known.get(finding) ?? new Map<string, Kept>();
  known.set(finding, rows);
  const kept = rows.get(group);
  if (kept?.place === place && kept.api === api.description.uri && kept.trend === trend) return kept.row;
  const key = findingKey(api, finding);
  const row = rowOf(finding, { id: `${group}/${key}`, key, place, trend, group, within });
  rows.set(group, { place, api: api.description.uri, trend, row });
  return row;
}

interface Shown extends Pick<Entry, 'group' | 'within'> {
  readonly id: string;
  readonly key: string;
  readonly place: string;
  readonly trend: string;
}

function rowOf(finding: Finding, shown: Shown): TreeRow {
  const { id, key, place, trend, within } = shown;
  const { operations, answers, title } = finding;
  const shared = operations.length > 1;
  const parts = shared && within === null ? operations : [];
  return {
    id,
    ...wordsOf(finding, shown),
    ...look(finding),
    accessibilityLabel: inert(
      joined([title, place, STATE_WORDS[finding.state], ...riskInWords(finding), sinceReview(trend)], ', '),
    ),
    size: parts.length,
    below: parts.map((one) => `${nameOf(one)} ${one.operationId}`).join('\n'),
    finding: key,
    operation: within !== null && shared ? nameOf(within) : null,
    context: contextOf(finding),
    answerable: isAnswerable(finding),
    answered: answers.length > 0,
  };
}

/**
 * A rule's title is the same for every operation: side by side in a narrow tree, the place tells them apart. The places of a
 * shared cause stand below it.
 */
function wordsOf(finding: Finding, { group, within, place, trend }: Shown): Pick<TreeRow, 'label' | 'description'> {
  const { operations, title, rule, risk } = finding;
  const shared = operations.length > 1;
  const figures = rule === 'unanswered' ? '' : figuresOf(risk.inherent, risk.residual);
  const isNamed = shared || finding.threat !== null || /^(?:operation|api):/.test(group);
  const where = within === null ? place : shared ? `shared by ${operations.length} operations` : '';
  const described = joined([figures, trend, isNamed ? where : title], ' · ');
  return { label: inert(isNamed ? title : place), description: inert(described) };
}

function riskInWords({ rule, risk: { level, inherent, residual } }: Finding): readonly string[] {
  return rule === 'unanswered' ? [] : [`risk ${level}`, figuresInWords(inherent, residual)];
}

export function findingNode(analysis: Analysis, entry: Entry): TreeNode {
  const { finding } = entry;
  const row = findingRow(analysis, entry);
  const parts = row.size === 0 ? [] : finding.operations;
  return {
    ...row,
    get rows() {
      return parts.map((operation) => operationRow(analysis, entry, operation, row.id));
    },
    get children() {
      return parts.map((operation) => operationNode(analysis, entry, operation, row.id));
    },
    get tooltip() {
      return joined([tooltipOf(finding), trendTooltip(analysis, finding)], '\n\n');
    },
    get location() {
      return located(analysis, finding.at);
    },
    get answers() {
      return answersOf(analysis, finding);
    },
  };
}

/** One operation that a finding touches among others: it can be shown, and answered alone. */
function operationRow(analysis: Analysis, { api, finding }: Entry, operation: Operation, parent: string): TreeRow {
  const label = inert(namesIn(analysis).operation(api, operation));
  return {
    id: `${parent}/${operation.name}${nameOf(operation)}`,
    label,
    description: inert(operation.operationId),
    icon: 'symbol-method',
    color: look(finding).color,
    accessibilityLabel: `${inert(finding.title)}, ${label}, ${STATE_WORDS[finding.state]}`,
    size: 0,
    below: '',
    finding: findingKey(api, finding),
    operation: nameOf(operation),
    context: `${contextOf(finding)} operation`,
    answerable: isAnswerable(finding),
    answered: finding.answers.length > 0,
  };
}

function operationNode(analysis: Analysis, entry: Entry, operation: Operation, parent: string): TreeNode {
  const row = operationRow(analysis, entry, operation, parent);
  return {
    ...row,
    rows: [],
    children: [],
    tooltip: `${escapeMarkdown(entry.finding.title)}: ${escapeMarkdown(row.label)}`,
    get location() {
      return located(analysis, operation.at);
    },
    get answers() {
      return answersOf(analysis, entry.finding);
    },
  };
}

function answersOf(analysis: Analysis, { answers }: Finding): readonly Location[] {
  return answers.flatMap(({ at }) => located(analysis, at) ?? []);
}

export function located(analysis: Analysis, at: Place): Location | null {
  const workspace = workspaceOf(analysis);
  return workspace === undefined ? null : locate(workspace, at);
}

/** Nobody has answered it, and its API has a model or gets one. */
export function isAnswerable({ rule, severity, apiWide }: Finding): boolean {
  return severity !== 'hint' && !(rule === 'unanswered' && apiWide);
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

function look(finding: Finding): Pick<TreeRow, 'icon' | 'color'> {
  if (finding.rule === 'unanswered') return { icon: 'question', color: 'problemsInfoIcon.foreground' };
  if (finding.severity === 'hint') return { icon: 'pass', color: 'testing.iconPassed' };
  if (finding.severity === 'error') return { icon: 'error', color: 'problemsErrorIcon.foreground' };
  if (finding.severity === 'warning') return { icon: 'warning', color: 'problemsWarningIcon.foreground' };
  return { icon: 'info', color: 'problemsInfoIcon.foreground' };
}
