import type { DepthLimit, Stretch } from './split';
import { splitJson } from './split-json';

/** A path's key with the beginning of its item: a method, or what else an item may have. Data that looks like it is hardly met. */
const PATH_KEY =
  /[{,]\s*("\/(?:[^"\\]|\\.)*")\s*:\s*\{\s*(?:\}|"(?:get|put|post|delete|patch|head|options|trace|query|parameters|servers|summary|description|additionalOperations|\$ref|x-[^"]*)")/g;
const PATHS = /([{,]\s*)("paths"\s*:\s*)\{/;
/** Root keys that stand nowhere inside a path item. */
const ROOT_KEY =
  /\}\s*,\s*("(?:components|definitions|securityDefinitions|webhooks|info|externalDocs|openapi|swagger)")\s*:/g;

/**
 * Cuts JSON without line breaks whose brackets do not add up: the keys of paths tell where its items begin, whatever their brackets
 * say, so that what is broken inside one is lost alone. Null where the text has no such keys.
 */
export function recoverMinified(text: string, limit: DepthLimit): readonly Stretch[] | null {
  const paths = PATHS.exec(text);
  if (paths === null) return null;
  const start = paths.index + (paths[1] ?? '').length;
  const brace = start + (paths[2] ?? '').length;
  const end = endOfPaths(text, brace);
  const items = itemsIn(text, brace, end);
  if (items.length < 2) return null;
  const before = membersOf(text, text.indexOf('{') + 1, start, limit);
  const after = membersOf(text, end, text.length, limit);
  if (before === null || after === null) return null;
  const head: Stretch = { start, end: items[0] ?? end, keyStart: start, kind: 'head', depth: 0 };
  const leaves = items.map((at, index): Stretch => {
    const next = items[index + 1];
    // Behind the last item its section closes, and the root where nothing follows.
    const last = after.length > 0 ? 1 : 2;
    const closers = next === undefined ? last : 0;
    return { start: at, end: next ?? end, keyStart: at, kind: 'leaf', depth: 1, closers };
  });
  const out = [...before, head, ...leaves, ...after];
  const first = out[0]?.start ?? 0;
  if (first > 0) out.unshift({ start: 0, end: first, keyStart: 0, kind: 'prologue', depth: 0 });
  return out;
}

/** Where the root key behind the last path begins, else the text's end. */
function endOfPaths(text: string, from: number): number {
  ROOT_KEY.lastIndex = from;
  const match = ROOT_KEY.exec(text);
  return match === null ? text.length : match.index + match[0].lastIndexOf(match[1] ?? '"');
}

/** Where path items begin. */
function itemsIn(text: string, brace: number, end: number): readonly number[] {
  const items: number[] = [];
  PATH_KEY.lastIndex = brace;
  for (let match = PATH_KEY.exec(text); match !== null && match.index < end; match = PATH_KEY.exec(text)) {
    const at = match.index + match[0].indexOf('"');
    items.push(at);
    // The next key may begin within what this match has looked ahead at.
    PATH_KEY.lastIndex = at + (match[1] ?? '').length;
  }
  return items;
}

/** The root members between two offsets, or null where their own brackets do not add up. */
function membersOf(text: string, from: number, to: number, limit: DepthLimit): readonly Stretch[] | null {
  const part = text.slice(from, to).replace(/[\s,]*$/, '');
  if (part.trim() === '') return [];
  const closed = to === text.length ? `{${part}` : `{${part}}`;
  const stretches = splitJson(closed, limit);
  if (stretches === null) return null;
  const shift = from - 1;
  const moved = stretches
    .filter(({ kind }) => kind !== 'prologue')
    .map((one) => ({ ...one, start: one.start + shift, end: one.end + shift, keyStart: one.keyStart + shift }));
  return moved.map((one, index) => (index === moved.length - 1 ? { ...one, end: to } : one));
}
