import { nameOf, PLAIN_WORDS } from '../coverage';
import { isOutgoing } from '../coverage/called';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { STRIDE, type Stride } from '../rules/types';
import type { Range } from '../text';
import { becauseOf } from './because';
import { findingKey } from './finding-key';
import { escapeMarkdown } from './markdown';
import { STATE_WORDS } from './state-words';

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
  /** Lets a person answer the finding of this key, the operation of this name first; absent where the client cannot. */
  readonly answer?: (finding: string, operation?: string) => string;
}

export interface HoverOptions {
  readonly links?: HoverLinks;
  /** The editor shows the diagnostics' messages beside the hover: they are not repeated. */
  readonly besideDiagnostics?: boolean;
  /** Rules whose findings are not shown, by id; how many there are is said. */
  readonly hidden?: ReadonlySet<string>;
  /** `YYYY-MM-DD`, UTC: how far days are away is told from there. */
  readonly today?: string;
}

/** An operation with the state of its six categories, what was found and why, as Markdown. */
export function explainOperation(
  analysis: Analysis,
  api: ApiAnalysis,
  operation: Operation,
  options: HoverOptions,
): string {
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

function callersOf({ called, exposure }: ApiAnalysis, operation: Operation): string {
  if (isOutgoing(operation, called !== null)) return 'we call it, others serve it';
  return called !== null ? 'others call it, we serve it' : CALLERS[exposure];
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
  const told = findingLinks(links, api, finding, nameOf(operation));
  const why = told === '' ? '' : ` ${told}`;
  const isOurs = api.called === null;
  const mend =
    definition === null || state !== 'threatened' || !isOurs ? '' : `  \n    In the specification: ${definition.mend}`;
  return `  - ${escapeMarkdown(title)} \\(${STATE_WORDS[state]}\\)${because}${why}${mend}`;
}

/** What can be done about a finding, as links: to the reasons, and to an answer while it is open; empty without any. */
export function findingLinks(
  links: HoverLinks | undefined,
  api: ApiAnalysis,
  finding: Finding,
  operation?: string,
): string {
  if (links === undefined) return '';
  const key = findingKey(api, finding);
  const answer = links.answer === undefined || finding.severity === 'hint' ? '' : links.answer(key, operation);
  return [`[Why?](${links.why(key)})`, ...(answer === '' ? [] : [`[Answer it](${answer})`])].join(' · ');
}

function findingsOn(api: ApiAnalysis, operation: Operation, category: Stride): Finding[] {
  return api.findings.filter(
    (finding) =>
      finding.rule !== 'unanswered' &&
      (finding.threat === null ? finding.stride[0] === category : finding.stride.includes(category)) &&
      finding.operations.includes(operation),
  );
}

/** Whether the settings let a finding be seen. */
export function isShown({ rule }: Finding, { hidden }: HoverOptions): boolean {
  return hidden?.has(rule) !== true;
}
