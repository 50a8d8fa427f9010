import { many, namesOf, one, TEXT } from './schema-types';

/** Keys that every entry may have, besides `x-...`. */
export const COMMON_KEYS = [
  one('title', TEXT, 'What it is, in one sentence.'),
  one('notes', TEXT, 'Whatever a reader should know.'),
  one('owner', TEXT, 'The person or team that answers for it.'),
  one('ticket', TEXT, 'Where the work on it is tracked.'),
  many('tags', TEXT, 'Labels of your own.'),
] as const;

/** Levels of risk, from the lowest. */
export const LEVEL_MEANINGS = {
  note: 'Worth knowing, no more.',
  low: 'Small harm, or hardly ever.',
  medium: 'Real harm, or likely: to be planned.',
  high: 'Serious harm that is likely: to be done soon.',
  critical: 'Serious harm that is all but certain: to be done first.',
} as const;

export const LEVELS = namesOf(LEVEL_MEANINGS);
export type Level = (typeof LEVELS)[number];

/** How sensitive data is, from the least. */
export const CLASS_MEANINGS = {
  public: 'Anyone may read it.',
  internal: 'For people of the organisation.',
  confidential: 'For few: harm if others read it.',
  personal: 'About a person who can be identified.',
  special: 'About a person and protected by law above the rest: health, beliefs, biometrics.',
  financial: 'Money: balances, invoices, salaries.',
  payment: 'Cards and accounts that can be charged.',
  credentials: 'Passwords, keys and tokens: whoever has them is somebody.',
} as const;

export const CLASSES = namesOf(CLASS_MEANINGS);
export type DataClass = (typeof CLASSES)[number];
