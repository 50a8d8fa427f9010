import { isFlowYaml } from '../detect-root';
import type { SourceDocument } from '../document';
import { memo } from '../memo';

/** How a file is written: what stands in further, which quotes, which line breaks. */
export interface Style {
  readonly json: boolean;
  readonly eol: string;
  /** How far a level stands in; null in JSON that is written on one line. */
  readonly unit: string | null;
  /** How far an item's dash stands in from the key of its list. */
  readonly dash: number;
  readonly quote: '"' | "'";
}

const USUAL = '  ';
/** Blocks that are looked at: a file's style shows soon. */
const ENOUGH = 200;

export const styleOf: (document: SourceDocument) => Style = memo((document) => {
  const text = document.blocks
    .slice(0, ENOUGH)
    .map((block) => block.text)
    .join('');
  const json = document.syntax === 'json' && !isFlowYaml(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const list = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n(?:[ \t]*\r?\n)*( *)-[ \t]/m.exec(text);
  const dash = list === null ? USUAL.length : (list[2] ?? '').length - (list[1] ?? '').length;
  const single = (text.match(/[:[,-] *'/g) ?? []).length;
  const double = (text.match(/[:[,-] *"/g) ?? []).length;
  return {
    json,
    eol,
    unit: json ? jsonUnit(text) : yamlUnit(text),
    dash: Math.max(0, dash),
    quote: single > double ? "'" : '"',
  };
});

function jsonUnit(text: string): string | null {
  const unit = /^\uFEFF?\s*\{[^"]*?\n([ \t]*)"/.exec(text)?.[1];
  return unit === undefined ? null : unit;
}

function yamlUnit(text: string): string {
  return /^[^\s#-][^\n]*:[ \t]*\r?\n( +)[^\s#-]/m.exec(text)?.[1] ?? USUAL;
}
