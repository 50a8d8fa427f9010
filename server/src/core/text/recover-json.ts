import { readJson } from './read-json';
import type { DepthLimit, Stretch } from './split';

const KEY_LINE = /^([ \t]*)"((?:[^"\\\n]|\\.)*)"[ \t]*:[ \t]*(\{[ \t]*\r?$)?/gm;

/**
 * Cuts pretty-printed JSON whose brackets do not add up by the columns of its keys, so that what is broken is lost alone. Null where
 * the text reads as a whole, or has too few lines to tell.
 */
export function recoverJson(text: string, limit: DepthLimit): readonly Stretch[] | null {
  if (readJson(text).error === null) return null;
  const out: Stretch[] = [];
  const columns: number[] = [];
  const path: string[] = [];
  let open = false;
  for (const match of text.matchAll(KEY_LINE)) {
    const [, indent = '', key = '', brace] = match;
    const depth = depthOf(columns, indent.length, open);
    if (depth < 0) continue;
    begin(out, match.index + indent.length, depth, text.length);
    columns.splice(depth, columns.length, indent.length);
    path.splice(depth, path.length, key);
    open = brace !== undefined && depth < limit(path);
  }
  return out.length > 2 ? out : null;
}

/** The depth of a key by its column, or -1 where it stands inside the last entry. */
function depthOf(columns: readonly number[], column: number, open: boolean): number {
  const last = columns.at(-1);
  if (last === undefined) return 0;
  if (column > last) return open ? columns.length : -1;
  return columns.lastIndexOf(column);
}

function begin(out: Stretch[], start: number, depth: number, end: number): void {
  const last = out.at(-1);
  if (last) {
    last.end = start;
    if (last.depth < depth) last.kind = 'head';
  } else if (start > 0) out.push({ start: 0, end: start, keyStart: 0, kind: 'prologue', depth: 0 });
  out.push({ start, end, keyStart: start, kind: 'leaf', depth });
}
