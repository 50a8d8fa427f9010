/** What pictures are coloured with, by the names that their style sheet uses. */
export interface Colours {
  readonly background: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly boundary: string;
  readonly untrusted: string;
  readonly semi: string;
  readonly trusted: string;
  readonly good: string;
  readonly onGood: string;
  readonly critical: string;
  readonly onCritical: string;
  readonly high: string;
  readonly onHigh: string;
  readonly medium: string;
  readonly onMedium: string;
  readonly low: string;
  readonly onLow: string;
  readonly note: string;
  readonly onNote: string;
}

export type Theme = 'light' | 'dark' | 'contrast';

export const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: {
    background: '#ffffff',
    surface: '#ffffff',
    text: '#1c2430',
    muted: '#56616f',
    line: '#8a95a3',
    accent: '#2457c5',
    boundary: '#c0392b',
    untrusted: '#fdf1ef',
    semi: '#fdf7e7',
    trusted: '#eef6f0',
    good: '#2e7d4f',
    onGood: '#ffffff',
    critical: '#8f1239',
    onCritical: '#ffffff',
    high: '#c2410c',
    onHigh: '#ffffff',
    medium: '#f5c451',
    onMedium: '#3b2a00',
    low: '#2b65a8',
    onLow: '#ffffff',
    note: '#64707d',
    onNote: '#ffffff',
  },
  dark: {
    background: '#1b1f27',
    surface: '#262c36',
    text: '#e8ecf1',
    muted: '#aab4c0',
    line: '#75808e',
    accent: '#7fb0ff',
    boundary: '#ff8a7a',
    untrusted: '#33242a',
    semi: '#322d20',
    trusted: '#1f2f29',
    good: '#6fcf97',
    onGood: '#06210f',
    critical: '#ff6f91',
    onCritical: '#2a0010',
    high: '#fb9156',
    onHigh: '#2b1000',
    medium: '#f2c94c',
    onMedium: '#2e2200',
    low: '#7ab8f5',
    onLow: '#00213d',
    note: '#9aa5b1',
    onNote: '#14181c',
  },
  contrast: {
    background: '#000000',
    surface: '#000000',
    text: '#ffffff',
    muted: '#ffffff',
    line: '#ffffff',
    accent: '#3ff23f',
    boundary: '#ff9d00',
    untrusted: '#000000',
    semi: '#000000',
    trusted: '#000000',
    good: '#89d185',
    onGood: '#000000',
    critical: '#ff5c8a',
    onCritical: '#000000',
    high: '#ff9d5c',
    onHigh: '#000000',
    medium: '#ffe14d',
    onMedium: '#000000',
    low: '#9cd0ff',
    onLow: '#000000',
    note: '#d0d6dd',
    onNote: '#000000',
  },
};

/** Custom properties that stand for the colours: `--sw-background`. Light is the default where a page sets none. */
export const VARIABLES: Colours = mapped(COLOURS.light, (name, value) => `var(--sw-${name}, ${value})`);

/** What sets the custom properties to the colours of a theme. */
export function variablesOf(theme: Theme): string {
  return Object.entries(COLOURS[theme])
    .map(([name, value]) => `--sw-${name}: ${value};`)
    .join(' ');
}

function mapped(colours: Colours, change: (name: string, value: string) => string): Colours {
  const changed = Object.entries(colours).map(([name, value]) => [name, change(name, value)]);
  return { ...colours, ...Object.fromEntries(changed) };
}
