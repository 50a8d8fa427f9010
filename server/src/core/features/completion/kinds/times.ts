import type { Candidate } from '../item';

const DAY = 86_400_000;

/** Days that a date most often is, from today. */
const AHEAD: readonly (readonly [days: number, words: string])[] = [
  [30, 'in 30 days'],
  [90, 'in 90 days'],
  [180, 'in 180 days'],
  [365, 'in one year'],
];

/** `2026-11-28` so many days later. */
export function dayAfter(today: string, days: number): string {
  const time = Date.parse(`${today}T00:00:00Z`);
  return Number.isNaN(time) ? today : new Date(time + days * DAY).toISOString().slice(0, 10);
}

/** Days for a key: what people agreed on is past, everything else is to come. */
export function dateItems(today: string, key: string): Candidate[] {
  const days: readonly (readonly [number, string])[] = key === 'reviewed' ? [[0, 'today']] : [...AHEAD, [0, 'today']];
  return days.map(([count, detail]) => {
    const text = dayAfter(today, count);
    return {
      label: text,
      kind: 'date',
      text,
      detail,
      filter: `${text} ${detail}`,
      about: { role: 'date', name: text },
    };
  });
}

export function durationItems(): Candidate[] {
  return ['30 days', '90 days', '180 days', '365 days'].map((text) => ({ label: text, kind: 'date', text }));
}

export function percentageItems(): Candidate[] {
  const usual: Readonly<Record<string, string>> = {
    '50%': 'what an implemented answer takes away by default',
    '80%': 'what a verified one takes away by default',
    '95%': 'the most that counts',
  };
  return ['20%', '50%', '70%', '80%', '95%'].map((text) => ({
    label: text,
    kind: 'number',
    text,
    detail: usual[text] ?? '',
  }));
}
