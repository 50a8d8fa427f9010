import { type KeyDefinition, many, one, TEXT } from './schema-types';

/** Keys that every entry may have, besides `x-...`. */
export const COMMON_KEYS: readonly KeyDefinition[] = [
  one('title', TEXT, 'What it is, in one sentence.'),
  one('notes', TEXT, 'Whatever a reader should know.'),
  one('owner', TEXT, 'The person or team that answers for it.'),
  one('ticket', TEXT, 'Where the work on it is tracked.'),
  many('tags', TEXT, 'Labels of your own.'),
];

export const LEVELS = ['note', 'low', 'medium', 'high', 'critical'] as const;

export const CLASSES = [
  'public',
  'internal',
  'confidential',
  'personal',
  'special',
  'financial',
  'payment',
  'credentials',
] as const;
