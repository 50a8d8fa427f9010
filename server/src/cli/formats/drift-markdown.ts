import { type Drift, driftWords, escapeMarkdown, leavesMore, type RiskChange } from '../../core/index';
import type { ToldDrift } from '../report/drifted';
import { placeFrom } from '../report/located';
import { printable } from '../terminal';
import { riskWords, verdictOf } from './drift-text';

const WORDS: Readonly<Record<Drift['what'], string>> = {
  added: 'new',
  removed: 'gone',
  renamed: 'renamed',
  changed: 'changed',
};

/** What has changed, to be pasted into a pull request. */
export function driftMarkdown(told: ToldDrift): string {
  const lines = [
    ...told.parts.flatMap((part) => {
      const of = part.model === '' ? '' : ` of ${safe(part.model)}`;
      const rows = part.drifts.map((drift) => driftRow(drift, told));
      return [`### What has changed${of} since ${safe(part.since)}`, '', ...table('| | What | Where |', rows), ''];
    }),
    ...(told.risks === null
      ? []
      : [
          '### Open above the line',
          '',
          ...table(
            '| | Risk | What | Where |',
            told.risks.map((risk) => riskRow(risk, told)),
          ),
          '',
        ]),
    ...told.notChecked.map(({ path, reason }) => `- not checked: ${safe(path)} ${safe(reason)}`),
    verdictOf(told),
  ];
  return `${lines.join('\n')}\n`;
}

function table(head: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return ['Nothing.'];
  return [head, head.replace(/[^|]+/g, ' --- '), ...rows];
}

function driftRow(drift: Drift, told: ToldDrift): string {
  const more = leavesMore(drift) ? '**weaker**' : WORDS[drift.what];
  return `| ${more} | ${safe(driftWords(drift))} | ${safe(placeFrom(told, drift.now?.at ?? null))} |`;
}

function riskRow(change: RiskChange, told: ToldDrift): string {
  const finding = change.now ?? change.before;
  const what = change.what === 'changed' ? (change.more ? 'higher' : 'lower') : change.what;
  const at = change.now === null ? '' : placeFrom(told, change.now.at);
  return `| ${what} | ${safe(riskWords(change))} | ${safe(finding?.message ?? '')} | ${safe(at)} |`;
}

/** Text from files says nothing to a reader of Markdown. */
function safe(text: string): string {
  return escapeMarkdown(printable(text));
}
