import { HOSTILE as KNOWN } from '../robustness/support/hostile';

/** Texts that would do harm, or hide something, where they were taken for more than texts. */
export const HOSTILE: readonly string[] = [
  ...Object.values(KNOWN),
  '</title></svg><svg onload=alert(1)>',
  '" onload="alert(1)',
  "' onload='alert(1)",
  ']]>--><!--',
  '](command:x) `code` **bold** | cell |',
  'javascript:alert(1)',
  '\ud800 half',
  '\u0000',
  '&lt;b&gt; &amp;',
];

/** What a terminal obeys, or what turns or hides a text. */
export const HIDING = /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** A value in which every text that people may have written is another; keys, ids, states and levels stay. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  const WRITTEN =
    /^(?:title|place|label|detail|name|over|carries|owner|reason|guesses|harms|start|text|guess|message|words|questions|against)$/;
  const walk = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') return WRITTEN.test(key) ? change(node) : node;
    if (Array.isArray(node)) return node.map((item) => walk(item, key));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(value, '') as T;
}
