import type { OverviewThreat } from '../../protocol';
import type { ReportData } from '../report-data';
import { leadOf } from '../words';
import { mermaidOf } from './mermaid';
import {
  answers,
  coverage,
  flows,
  goals,
  LEGEND,
  matrix,
  type PlaceWriter,
  simulated,
  summary,
  threatTable,
  toldThreats,
} from './sections';
import { codeOf, markdownTable, words } from './table';

export interface MarkdownOptions {
  /** Draw the data flows in Mermaid's language as well. */
  readonly mermaid: boolean;
  /** The address of a place; without it places are no links. */
  readonly link?: (at: NonNullable<OverviewThreat['at']>) => string;
}

/** A report as Markdown: tables, for a pull request or a preview. Texts from files are escaped: nothing in them links, formats or runs. */
export function markdownReport(data: ReportData, { mermaid, link }: MarkdownOptions): string {
  const { overview, simulation, notChecked, date } = data;
  const place: PlaceWriter = (text, at) =>
    link === undefined || at === null ? codeOf(text) : `[${words(text)}](<${link(at)}>)`;
  const { diagram, apis } = overview;
  const guesses = diagram.guesses.map((guess) => `- ${words(guess)}`).join('\n');
  const parts = [
    `# ${words(overview.title)}`,
    words(leadOf(overview)),
    words(date),
    '## Summary',
    summary(overview),
    '## Risk matrix',
    matrix(overview),
    '## Threats',
    threatTable(data, place),
    toldThreats(data),
    '## Data flows',
    mermaid && diagram.nodes.length > 0 ? mermaidOf(diagram) : '',
    diagram.edges.length === 0 ? '' : flows(overview),
    guesses,
    '## Coverage',
    LEGEND,
    ...apis.map(coverage),
    ...goals(data.goals),
    ...(overview.answers.length === 0 ? [] : ['## Answers', answers(overview)]),
    ...(simulation === null ? [] : ['## Simulated attacks', simulated(simulation)]),
    ...(notChecked.length === 0
      ? []
      : [
          '## Not checked',
          markdownTable(
            ['File', 'Why'],
            notChecked.map(({ file, reason }) => [codeOf(file), words(reason)]),
          ),
        ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
