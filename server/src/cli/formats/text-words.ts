import { type CategoryState, methodTitle, STATE_WORDS } from '../../core/index';
import type { Bar } from '../arguments';
import { coverageOf } from '../report/coverage';
import { barsOf } from '../report/gate';
import type { Report, ReportedFinding } from '../report/report';
import type { Painter } from '../terminal';

type Word = readonly [word: string, meaning: string];

/** What the words of the list mean, a line each, for those that occur in it. */
export function wordsOf(
  report: Report,
  listed: readonly ReportedFinding[],
  failOn: Bar | null,
  paint: Painter,
): string {
  const words: Word[] = [...figure(listed), ...certainties(listed), ...states(report), ...bar(report, failOn)];
  return words
    .map(([word, meaning]) => paint('dim', `${word.padEnd(15)}${meaning}`))
    .map((line) => `${line}\n`)
    .join('');
}

/** The number beside a level, by the methods that rank. */
function figure(listed: readonly ReportedFinding[]): Word[] {
  const titles = new Set(listed.map(({ finding }) => methodTitle(finding.risk.method)));
  if (titles.size === 0) return [];
  return [['the number', `what is left of the risk, 0 to 10, by ${[...titles].join(' or by ')}`]];
}

function certainties(listed: readonly ReportedFinding[]): Word[] {
  const known: readonly Word[] = [
    ['shown', 'the description shows it'],
    ['silent', 'the description does not say: somebody has to, and no check fails for it'],
  ];
  return known.filter(([word]) => listed.some(({ finding }) => finding.certainty === word));
}

/** States of the table whose name does not say it already. */
function states(report: Report): Word[] {
  const told = new Set(report.apis.flatMap((api) => Object.values(coverageOf(api)).flatMap(Object.keys)));
  return (Object.entries(STATE_WORDS) as [CategoryState, string][]).filter(
    ([state, words]) => told.has(state) && state !== words,
  );
}

function bar(report: Report, failOn: Bar | null): Word[] {
  const levels = barsOf(report, failOn);
  if (levels.length === 0) return [];
  const named = levels.map((level) => level ?? 'none').join(' or ');
  const rest = levels.length > 1 ? ', by what each model and goal accepts' : '';
  return [['the bar', `${named}${rest}: what is shown, open and at least that fails the check; --fail-on moves it`]];
}
