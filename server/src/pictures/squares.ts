import type { CoverageRow, WireLevel, WireState, WireStride } from '../protocol';
import { LEVEL_LETTERS } from './levels';

/** The six categories in the order of their letters, with short names for the heads of columns. */
export const CATEGORIES: readonly (readonly [WireStride, string])[] = [
  ['spoofing', 'Spoofing'],
  ['tampering', 'Tampering'],
  ['repudiation', 'Repudiation'],
  ['information-disclosure', 'Disclosure'],
  ['denial-of-service', 'Denial'],
  ['elevation-of-privilege', 'Elevation'],
];

/** A sign for each state, so that no colour has to be told apart; of an open threat its level's letter stands instead. */
export const STATE_SIGNS: Readonly<Record<WireState, string>> = {
  threatened: '!',
  planned: 'P',
  mitigated: '✓',
  transferred: 'T',
  accepted: 'A',
  avoided: 'V',
  assumed: 'S',
  silenced: '–',
  'not-applicable': '–',
  controlled: '●',
  unanswered: '?',
};

export const STATE_WORDS: Readonly<Record<WireState, string>> = {
  threatened: 'open',
  planned: 'planned',
  mitigated: 'mitigated',
  transferred: 'transferred',
  accepted: 'accepted',
  avoided: 'avoided',
  assumed: 'assumed',
  silenced: 'silenced',
  'not-applicable': 'not applicable',
  controlled: 'the description shows a control',
  unanswered: 'nobody has said anything',
};

/** One category of one operation, ready to be drawn. */
export interface Square {
  readonly sign: string;
  readonly words: string;
  /** Classes of its box, and of its sign. */
  readonly box: string;
  readonly text: string;
  readonly threat: number | null;
}

export function squaresOf({ states, levels, worst }: CoverageRow): readonly Square[] {
  return CATEGORIES.map((_, index) =>
    squareOf(states[index] ?? 'unanswered', levels[index] ?? null, worst[index] ?? null),
  );
}

const ANSWERED = new Set<WireState>(['mitigated', 'transferred', 'accepted', 'avoided', 'assumed']);

function squareOf(state: WireState, level: WireLevel | null, threat: number | null): Square {
  const words = level === null ? STATE_WORDS[state] : `${STATE_WORDS[state]}, ${level}`;
  if (state === 'threatened' && level !== null) {
    return { sign: LEVEL_LETTERS[level], words, box: `sw-fill-${level}`, text: `sw-on-${level}`, threat };
  }
  const sign = STATE_SIGNS[state];
  if (level !== null)
    return { sign: `${sign} ${LEVEL_LETTERS[level]}`, words, box: `sw-line-${level}`, text: '', threat };
  if (ANSWERED.has(state)) return { sign, words, box: 'sw-answered', text: 'sw-good', threat };
  return { sign, words, box: state === 'unanswered' ? 'sw-asked' : 'sw-quiet', text: 'sw-muted', threat };
}
