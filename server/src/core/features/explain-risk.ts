import type { Risk, State } from '../coverage/types';
import { type Assessment, type Factor, type MethodResult, methodTitle } from '../risk';
import { capital } from './capital';
import { escapeMarkdown } from './markdown';
import { STATE_WORDS } from './state-words';

/** `7.6 of 10 (high)`, with what it was before any answer, by the method that ranks. */
export function riskInWords({ residual, inherent, level, method }: Risk): string {
  const before = inherent === residual ? '' : `, ${inherent} before any answer`;
  return `${level}, ${residual} of 10${before}, by ${methodTitle(method)}`;
}

/** The methods side by side, and why each of their numbers is what it is; for a hover. */
export function methodsInHover(assessment: Assessment): string {
  const { methods } = assessment;
  const reasons = methods.map(({ title, factors }) =>
    [`**${title}**`, ...byReason(factors).map(({ names, reason }) => `- ${names}: ${escapeMarkdown(reason)}`)].join(
      '\n',
    ),
  );
  return [table(methods), answersInWords(assessment), ...reasons].filter((part) => part !== '').join('\n\n');
}

export interface Figures {
  readonly risk: Risk | null;
  readonly assessment: Assessment | null;
  readonly state: State | null;
}

/** The methods side by side, then each with its numbers and their reasons, as a section of a Markdown page. */
export function explainFigures({ risk, assessment, state }: Figures): string {
  if (risk === null) return '';
  const became = state === null ? '' : ` State: ${STATE_WORDS[state]}.`;
  const head = `Risk: ${riskInWords(risk)}.${became}`;
  if (assessment === null) return ['## Where the number comes from', head].join('\n\n');
  const { methods } = assessment;
  return ['## Where the number comes from', head, table(methods), answersInWords(assessment), ...methods.map(section)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function table(methods: readonly MethodResult[]): string {
  const rows = methods.map(({ title, ranks, level, residual, inherent, formula }) => {
    const name = ranks ? `**${title}** \\(ranks\\)` : title;
    return `| ${name} | ${level} | ${inherent} | ${residual} | ${sentence(formula)} |`;
  });
  return ['| Method | Level | Before answers | Left, of 10 | From |', '|---|---|---|---|---|', ...rows].join('\n');
}

function section({ title, ranks, factors, besides }: MethodResult): string {
  const rows = factors.map(rowOf);
  const others = besides.map(rowOf);
  const table = ['| Factor | Number | Why |', '|---|---|---|', ...rows].join('\n');
  const beside = [
    'Known as well, and not counted, since something more certain is:',
    ['| Factor | Number | Why |', '|---|---|---|', ...others].join('\n'),
  ];
  return [`### ${title}${ranks ? ', which ranks' : ''}`, table, ...(others.length === 0 ? [] : beside)].join('\n\n');
}

function rowOf({ name, value, maximum, reason }: Factor): string {
  return `| ${capital(name)} | ${value} of ${maximum} | ${escapeMarkdown(reason)} |`;
}

/** The level that a model sets, what answers take, and what would be left if plans were done. */
function answersInWords({ methods, taken, level }: Assessment): string {
  const planned = methods.filter(({ residual, projected }) => projected < residual);
  const left = planned.map(({ title, projected }) => `${title} ${projected}`).join(', ');
  const shares = taken.map(({ id, share }) => `${escapeMarkdown(id)} ${Math.round(share * 100)} %`);
  return [
    level === null ? '' : `The threat model sets the level before any answer: ${level}.`,
    shares.length === 0 ? '' : `Answers take: ${shares.join(', ')}.`,
    left === '' ? '' : `Once what is planned is done, this is left: ${left}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Factors that have the same reason, told once. */
function byReason(factors: readonly Factor[]): { readonly names: string; readonly reason: string }[] {
  const found = new Map<string, string[]>();
  for (const { name, value, reason } of factors) {
    const names = found.get(reason);
    if (names === undefined) found.set(reason, [`${name} ${value}`]);
    else names.push(`${name} ${value}`);
  }
  return [...found].map(([reason, names]) => ({ names: names.join(', '), reason }));
}

function sentence(text: string): string {
  return escapeMarkdown(capital(text));
}
