import { nameOf, PLAIN_WORDS } from '../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { STRIDE, type Stride } from '../rules/types';
import type { Position, Range } from '../text';
import type { Workspace } from '../workspace';
import { becauseOf } from './because';
import { explainBeside, explainFinding } from './explain-finding';
import { findingKey } from './finding-key';
import { contains, locate } from './locate';
import { escapeMarkdown } from './markdown';
import { STATE_WORDS } from './state-words';
import { explainThreatWord } from './threat-words';

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** Links for clients that can follow them; each is a URI. */
export interface HoverLinks {
  /** Explains the finding of this key. */
  why(finding: string): string;
  /** Explains the other rules on the operation. */
  whyNot(operation: Operation): string;
}

export interface HoverOptions {
  readonly links?: HoverLinks;
  /** The editor shows the diagnostics' messages beside the hover: they are not repeated. */
  readonly besideDiagnostics?: boolean;
  /** Rules whose findings are not shown, by id; how many there are is said. */
  readonly hidden?: ReadonlySet<string>;
}

/** What we know of the operation, the findings or a threat's technique at a position, or null. */
export function hoverFor(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
  options: HoverOptions = {},
): Hover | null {
  const explain = options.besideDiagnostics === true ? explainBeside : explainFinding;
  for (const api of analysis.apis) {
    const operation = operationAt(workspace, api, uri, position);
    if (operation !== null) {
      const markdown = explainOperation(analysis, api, operation.operation, options);
      return { range: operation.range, markdown };
    }
    const findings = findingsAt(workspace, api, uri, position).filter(({ finding }) => isShown(finding, options));
    const [first] = findings;
    if (first !== undefined) {
      const markdown = findings
        .map(({ finding }) => `${explain(finding)}${whyLink(api, finding, options.links)}`)
        .join('\n\n---\n\n');
      return { range: first.range, markdown };
    }
  }
  return explainThreatWord(workspace, analysis.models, uri, position);
}

function whyLink(api: ApiAnalysis, finding: Finding, links: HoverLinks | undefined): string {
  return links === undefined || finding.definition === null ? '' : `\n\n[Why?](${links.why(findingKey(api, finding))})`;
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

function isShown({ rule }: Finding, { hidden }: HoverOptions): boolean {
  return hidden?.has(rule) !== true;
}

function explainOperation(analysis: Analysis, api: ApiAnalysis, operation: Operation, options: HoverOptions): string {
  const { links } = options;
  const states = api.coverage.get(operation);
  const rows = STRIDE.flatMap((category) => {
    const state = states?.[category] ?? 'unanswered';
    const name = category.replaceAll('-', ' ');
    const row = `- **${name}** \\(${PLAIN_WORDS[category]}\\): ${STATE_WORDS[state]}`;
    const findings = findingsOn(api, operation, category);
    const shown = findings.filter((finding) => isShown(finding, options));
    const rest = findings.length - shown.length;
    return [
      row,
      ...shown.map((finding) => line({ analysis, api, operation, finding, links })),
      ...(rest === 0 ? [] : [`  - ${rest} hidden by settings`]),
    ];
  });
  const more = links === undefined ? [] : ['', `[Why not something else?](${links.whyNot(operation)})`];
  const head = `**${escapeMarkdown(nameOf(operation))}** \\(${callersOf(api, operation)}\\)`;
  return [head, '', ...rows, ...more].join('\n');
}

const CALLERS = {
  internet: 'the internet reaches it',
  partner: 'partners reach it',
  internal: 'internal callers alone',
};

function callersOf({ exposure }: ApiAnalysis, { kind }: Operation): string {
  return kind === 'operation' ? CALLERS[exposure] : 'we call it, others serve it';
}

interface Line {
  readonly analysis: Analysis;
  readonly api: ApiAnalysis;
  readonly operation: Operation;
  readonly finding: Finding;
  readonly links: HoverLinks | undefined;
}

function line({ analysis, api, operation, finding, links }: Line): string {
  const { definition, threat, state, title } = finding;
  const reason = definition === null || threat !== null ? '' : becauseOf(analysis, api, operation, definition);
  const because = reason === '' ? '' : `, because ${escapeMarkdown(reason)}`;
  const why = links === undefined ? '' : ` [Why?](${links.why(findingKey(api, finding))})`;
  const mend = definition === null || state !== 'threatened' ? '' : `  \n    In the specification: ${definition.mend}`;
  return `  - ${escapeMarkdown(title)} \\(${STATE_WORDS[state]}\\)${because}${why}${mend}`;
}

function findingsOn(api: ApiAnalysis, operation: Operation, category: Stride): Finding[] {
  return api.findings.filter(
    (finding) =>
      finding.rule !== 'unanswered' &&
      (finding.threat === null ? finding.stride[0] === category : finding.stride.includes(category)) &&
      finding.operations.includes(operation),
  );
}
