import type { Factor } from '../../model';
import { meaningOf, scaleOf } from '../../risk/scales';
import { escapeMarkdown, ownWords } from '../markdown';

const DAY = 86_400_000;

/** A number of a vector: its factor, what it means, and the factor's scale. */
export function explainNumber(text: string, { name, maximum, doc }: Factor): string {
  const meaning = meaningOf(name, maximum, Number(text));
  const scale = scaleOf(name, maximum).map(([value, words]) => `- \`${value}\` ${escapeMarkdown(words)}`);
  const head = `**${name} ${escapeMarkdown(text)}** of ${maximum}${meaning === '' ? '' : `: ${escapeMarkdown(meaning)}`}`;
  return [head, ownWords(doc), scale.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** How far a day is away. */
export function explainDate(text: string, today: string | undefined): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  const now = Date.parse(`${today ?? ''}T00:00:00Z`);
  if (Number.isNaN(time) || Number.isNaN(now)) return '';
  const days = Math.round((time - now) / DAY);
  return `**${escapeMarkdown(text)}**: ${distance(days)}`;
}

function distance(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}

/** What a percentage takes away. */
export function explainPercentage(text: string): string {
  return `**${escapeMarkdown(text)}** of the risk is taken away; at most 95% counts\\.`;
}
