import { STRIDE, type Stride } from '../../rules/types';

/** The short word of each category, as people write it. */
export const CATEGORY_WORDS: Readonly<Record<Stride, string>> = {
  spoofing: 'spoofing',
  tampering: 'tampering',
  repudiation: 'repudiation',
  'information-disclosure': 'disclosure',
  'denial-of-service': 'denial',
  'elevation-of-privilege': 'elevation',
};

const LETTERS = 'STRIDE';

const BY_WORD: ReadonlyMap<string, Stride> = new Map(
  STRIDE.flatMap((category, index): [string, Stride][] => [
    [category, category],
    [CATEGORY_WORDS[category], category],
    [LETTERS.charAt(index), category],
  ]),
);

/** The category that a word names (short word, long name or letter), or undefined. */
export function categoryOf(word: string): Stride | undefined {
  return BY_WORD.get(word);
}

/** Words that stand for several methods: safe ones, the others, all. */
export const METHOD_GROUPS = ['ANY', 'READ', 'WRITE'] as const;

/** Methods that do not change anything, by RFC 9110 (and QUERY). */
export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY']);

/** Methods that a path item has a key for. */
export const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'QUERY'] as const;

/** What may stand before the name in a place. */
export const PLACE_WORDS = ['operation', 'tag', 'webhook', 'callback', 'schema', 'scheme'] as const;
export type PlaceWord = (typeof PLACE_WORDS)[number];

/** What a part of an operation may begin with. */
export const PART_WORDS = ['path', 'query', 'header', 'cookie', 'body', 'response', 'property'] as const;

/** Words that no id may be: the grammars would read them as something else. */
const RESERVED_IDS: ReadonlySet<string> = new Set([
  ...['every', 'all', 'and', 'API', 'TODO'],
  ...PLACE_WORDS,
  ...METHOD_GROUPS,
  ...METHODS,
  ...BY_WORD.keys(),
]);

/** Words that YAML reads as something else than a text, some of them only in its version 1.1. */
const YAML_WORD = /^(?:on|off|yes|no|true|false|null)$/i;

/** Why an id may not be called so, as a sentence without its end; null where it may. */
export function reservedAs(id: string): string | null {
  if (YAML_WORD.test(id)) return `Some YAML tools read \`${id}\` as something else than a text`;
  return RESERVED_IDS.has(id) ? `\`${id}\` is a word of the language` : null;
}
