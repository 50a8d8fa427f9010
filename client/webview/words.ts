import type { WireLevel, WireState } from '../../server/src/protocol';

export const LEVEL_WORDS: Readonly<Record<WireLevel, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  note: 'Note',
};

export interface StateWords {
  readonly short: string;
  readonly meaning: string;
}

export const STATE_WORDS: Readonly<Record<WireState, StateWords>> = {
  threatened: { short: 'Open', meaning: 'a threat that nobody has answered; the level is what is left' },
  planned: { short: 'Planned', meaning: 'an answer is planned' },
  mitigated: { short: 'Mitigated', meaning: 'an answer reduces it' },
  transferred: { short: 'Transferred', meaning: 'somebody else takes care of it' },
  accepted: { short: 'Accepted', meaning: 'accepted with a reason' },
  avoided: { short: 'Avoided', meaning: 'what it needs is gone' },
  assumed: { short: 'Assumed', meaning: 'an assumption stands in place of an answer' },
  silenced: { short: 'Silenced', meaning: 'the model calls it a false alarm' },
  'not-applicable': { short: 'n/a', meaning: 'the model says why it cannot happen' },
  controlled: { short: 'Controlled', meaning: 'the description shows a control' },
  unanswered: { short: 'Question', meaning: 'nobody has said anything about it yet' },
};

export const EXPOSURE_WORDS = { internet: 'internet', partner: 'partners', internal: 'internal' } as const;

/** `1 threat`, `3 threats`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** A figure with one digit behind the point. */
export const figure = (value: number): string => value.toFixed(1);

/** `0.034` is `3.4 %`, `0.34` is `34 %`. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}
