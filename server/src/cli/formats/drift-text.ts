import { counted, type Drift, driftWords, leavesMore, type RiskChange } from '../../core/index';
import type { ToldDrift } from '../report/drifted';
import { placeFrom } from '../report/located';
import { type Painter, printable, type Style } from '../terminal';

/** What has changed, for people. */
export function driftText(told: ToldDrift, paint: Painter): string {
  const lines = [
    ...told.parts.flatMap((part) => {
      const title = part.model === '' ? `Since ${part.since}` : `${part.model}, since ${part.since}`;
      const rows = part.drifts.map((drift) => `  ${driftLine(drift, told, paint)}`);
      return [paint('bold', printable(title)), ...(rows.length === 0 ? ['  nothing has changed'] : rows), ''];
    }),
    ...risksOf(told, paint),
    ...told.notChecked.map(({ path, reason }) => paint('dim', `not checked: ${printable(path)} ${printable(reason)}`)),
    verdictOf(told),
  ];
  return `${lines.join('\n')}\n`;
}

const SIGNS: Readonly<Record<Drift['what'], readonly [string, Style]>> = {
  added: ['+', 'green'],
  removed: ['-', 'red'],
  renamed: ['>', 'cyan'],
  changed: ['~', 'yellow'],
};

function driftLine(drift: Drift, told: ToldDrift, paint: Painter): string {
  const [sign, style] = SIGNS[drift.what];
  const at = placeFrom(told, drift.now?.at ?? null);
  const more = leavesMore(drift) ? paint('red', ' (weaker)') : '';
  return `${paint(style, sign)} ${printable(driftWords(drift))}${more}${at === '' ? '' : `  ${paint('dim', at)}`}`;
}

function risksOf(told: ToldDrift, paint: Painter): string[] {
  if (told.risks === null) return [];
  const rows = told.risks.map((change) => `  ${riskLine(change, told, paint)}`);
  return [paint('bold', 'Open above the line'), ...(rows.length === 0 ? ['  nothing has changed'] : rows), ''];
}

const RISK_SIGNS: Readonly<Record<RiskChange['what'], readonly [string, Style]>> = {
  new: ['+', 'red'],
  gone: ['-', 'green'],
  changed: ['~', 'yellow'],
};

function riskLine(change: RiskChange, told: ToldDrift, paint: Painter): string {
  const [sign, style] = RISK_SIGNS[change.what];
  const finding = change.now ?? change.before;
  if (finding === null) return '';
  const at = change.now === null ? '' : placeFrom(told, change.now.at);
  return `${paint(style, sign)} ${riskWords(change)}: ${printable(finding.message)}${at === '' ? '' : `  ${paint('dim', at)}`}`;
}

/** `high 7.4`, or `high 7.4 -> medium 4.0`. */
export function riskWords({ what, before, now }: RiskChange): string {
  const figure = (finding: RiskChange['before']) =>
    finding === null ? '' : `${finding.risk.level} ${finding.risk.residual.toFixed(1)}`;
  if (what === 'new') return figure(now);
  if (now === null) return figure(before);
  return `${figure(before)} -> ${figure(now)}`;
}

/** The last line: what the exit code says. */
export function verdictOf({ parts, risks, before }: ToldDrift): string {
  const drifts = parts.flatMap((part) => part.drifts);
  const changes = counted(drifts.length, 'change');
  const ofRisk = risks === null ? '' : `; ${riskVerdict(risks)}`;
  if (before !== null) return `${changes}${ofRisk}.`;
  const more = drifts.filter(leavesMore).length;
  const weaker = more === 0 ? '' : `, of which ${more} ${more === 1 ? 'leaves' : 'leave'} more to attackers`;
  return `${changes} since the last review${weaker}${ofRisk}.`;
}

function riskVerdict(risks: readonly RiskChange[]): string {
  const rising = risks.filter((change) => change.more).length;
  return `${rising} above the line ${rising === 1 ? 'is' : 'are'} new or higher, ${risks.length - rising} gone or lower`;
}
