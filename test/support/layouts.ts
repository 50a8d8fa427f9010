import { stringify } from 'yaml';

export const LAYOUTS = [
  'lines',
  'lines with lists further in',
  'lines with CRLF',
  'four blanks a step',
  'single quotes',
  'braces',
  'pretty JSON',
  'JSON with tabs',
  'minified JSON',
] as const;
export type Layout = (typeof LAYOUTS)[number];

const YAML: Partial<Record<Layout, object>> = {
  lines: { indentSeq: false },
  'four blanks a step': { indent: 4 },
  'single quotes': { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' },
  braces: { collectionStyle: 'flow' },
};

/** A tree as a text of YAML or JSON. */
export function layOut(tree: unknown, layout: Layout): string {
  if (layout === 'pretty JSON') return `${JSON.stringify(tree, null, 2)}\n`;
  if (layout === 'JSON with tabs') return JSON.stringify(tree, null, '\t');
  if (layout === 'minified JSON') return JSON.stringify(tree);
  const text = stringify(tree, { lineWidth: 0, aliasDuplicateObjects: false, ...YAML[layout] });
  return layout === 'lines with CRLF' ? text.replaceAll('\n', '\r\n') : text;
}
