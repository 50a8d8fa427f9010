import { nameOf, PLAIN_WORDS } from '../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { STRIDE, type Stride } from '../rules/types';
import type { Position, Range } from '../text';
import type { Workspace } from '../workspace';
import { contains, locate } from './locate';
import { escapeMarkdown } from './markdown';

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** What we know of the operation or the findings at a position, or null. */
export function hoverFor(workspace: Workspace, analysis: Analysis, uri: string, position: Position): Hover | null {
  for (const api of analysis.apis) {
    const operation = operationAt(workspace, api, uri, position);
    if (operation !== null) return { range: operation.range, markdown: explainOperation(api, operation.operation) };
    const findings = findingsAt(workspace, api, uri, position);
    const [first] = findings;
    if (first !== undefined) {
      const markdown = findings.map(({ finding }) => explainFinding(finding)).join('\n\n---\n\n');
      return { range: first.range, markdown };
    }
  }
  return null;
}

/** The operation whose method stands at the position. */
export function operationAt(workspace: Workspace, api: ApiAnalysis, uri: string, position: Position) {
  for (const operation of api.description.operations) {
    if (operation.at.uri !== uri) continue;
    const range = locate(workspace, operation.at)?.range;
    if (range !== undefined && contains(range, position)) return { operation, range };
  }
  return null;
}

function findingsAt(workspace: Workspace, api: ApiAnalysis, uri: string, position: Position) {
  return api.findings.flatMap((finding) => {
    const range = finding.at.uri === uri ? locate(workspace, finding.at)?.range : undefined;
    return range !== undefined && contains(range, position) ? [{ finding, range }] : [];
  });
}

function explainOperation(api: ApiAnalysis, operation: Operation): string {
  const states = api.coverage.get(operation);
  const rows = STRIDE.map((category) => {
    const state = states?.[category] ?? 'unanswered';
    return `- **${category}** (${PLAIN_WORDS[category]}): ${state}${why(api, operation, category)}`;
  });
  return [`**${escapeMarkdown(nameOf(operation))}** \\(${api.exposure}\\)`, '', ...rows].join('\n');
}

function why(api: ApiAnalysis, operation: Operation, category: Stride): string {
  const findings = api.findings.filter(
    (finding) =>
      finding.rule !== 'unanswered' &&
      (finding.threat === null ? finding.stride[0] === category : finding.stride.includes(category)) &&
      finding.operations.includes(operation),
  );
  if (findings.length === 0) return '';
  return ` — ${findings.map((finding) => `${escapeMarkdown(finding.title)} \\(${finding.state}\\)`).join('; ')}`;
}

/** A finding for people who never heard of STRIDE: what, how bad, why, what to do. A rule's own words are Markdown. */
export function explainFinding(finding: Finding): string {
  const { definition, risk, dread } = finding;
  const lines = [`**${escapeMarkdown(finding.title)}** \\(${finding.state}\\)`, '', escapeMarkdown(finding.message)];
  if (finding.lacking !== '') lines.push('', escapeMarkdown(finding.lacking));
  if (definition !== null) lines.push('', `What happens: ${definition.impact}`);
  if (finding.rule !== 'unanswered') {
    const factors = dread === null ? '' : ` \\(DREAD ${dread.join('/')}\\)`;
    const before = risk.inherent === risk.residual ? '' : `, ${risk.inherent} before any answer`;
    lines.push('', `Risk: ${risk.level}, ${risk.residual} of 10${before}${factors}`);
  }
  if (finding.owasp.length > 0)
    lines.push('', `${finding.stride.join(', ')} · ${finding.owasp.map(escapeMarkdown).join(', ')}`);
  if (definition !== null) lines.push('', `In the specification: ${definition.mend}`);
  return lines.join('\n');
}
