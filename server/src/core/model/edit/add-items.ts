import {
  changeDocument,
  errorIn,
  isQuoted,
  kindOf,
  type Place,
  rangeOf,
  type SourceDocument,
  scalar,
  type TextEdit,
} from '../../text';
import { blockScalar, flowScalar } from '../../text/edit/scalars';
import { carriedBy } from '../read/anchors';
import {
  type Cell,
  isEmpty,
  itemsOf,
  type Pair,
  pairsOf,
  pairsUnder,
  placeOf,
  rootPairs,
  wholePlaceOf,
} from '../read/cells';
import { insertKeys } from '../read/insert-keys';

/** An entry of a section. */
export interface EntryName {
  readonly section: string;
  readonly entry: string;
}

/** The edits that add texts to a list of an entry, or why that cannot be done. */
export type Added = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

/**
 * Adds texts behind those that a key of an entry has: one value becomes a list, an absent key comes before the others. Comments,
 * quotes and all other bytes stay.
 */
export function addItems(document: SourceDocument, name: EntryName, key: string, texts: readonly string[]): Added {
  const pair = entryOf(document, name);
  const refused = pair === undefined ? `\`${name.entry}\` is not there` : obstacle(document, pair);
  if (refused !== null || pair === undefined) return { refused: refused ?? '' };
  const edits = editsFor(document, pair, key, texts);
  const wrong = {
    refused: `\`${key}\` of \`${name.entry}\` is written so that nothing can be added: write it as a list`,
  };
  return edits !== null && isSound(document, edits, { name, key, texts }) ? { edits } : wrong;
}

function entryOf(document: SourceDocument, { section, entry }: EntryName): Pair | undefined {
  return pairsUnder(document, section).find(({ key }) => key === entry);
}

function obstacle(document: SourceDocument, { key, keyAt, value }: Pair): string | null {
  if (errorIn(document.uri, value.block) !== null) return `\`${key}\` does not read`;
  if (/^["']?\s*:\s+(?:&\S+\s+)?\*/.test(value.block.text.slice(keyAt.end))) return `\`${key}\` is an alias`;
  if (kindOf(value.block, value.node) !== 'map') return `\`${key}\` has no keys`;
  const anchor = carriedBy(document, placeOf(value));
  return anchor === null ? null : `\`*${anchor}\` repeats \`${key}\` elsewhere: it would change there too`;
}

function editsFor(document: SourceDocument, pair: Pair, key: string, texts: readonly string[]): TextEdit[] | null {
  const field = pairsOf(pair.value).find((one) => one.key === key);
  const changes = field === undefined ? withKey(document, pair, key, texts) : withItems(document, pair, field, texts);
  const edits = changes.map(({ at, newText }) => ({ range: rangeOf(document, at), newText }));
  const placed = edits.filter((edit): edit is TextEdit => edit.range !== null);
  return placed.length === edits.length && edits.length > 0 ? placed : null;
}

interface Change {
  readonly at: Place;
  readonly newText: string;
}

function withKey(document: SourceDocument, pair: Pair, key: string, texts: readonly string[]): readonly Change[] {
  const [change] = insertKeys(pair, [key], 'TODO')?.also ?? [];
  // What stands in for the value takes its quotes along.
  const written = valueText(document, pair, texts);
  return change === undefined ? [] : [{ at: change.at, newText: change.newText.replace(/"?TODO"?/, () => written) }];
}

function withItems(document: SourceDocument, pair: Pair, field: Pair, texts: readonly string[]): readonly Change[] {
  const { value } = field;
  const { text } = value.block;
  if (isEmpty(value)) return inPlaceOfNothing(value, valueText(document, pair, texts));
  const whole = wholePlaceOf(value);
  const last = itemsOf(value).at(-1);
  if (kindOf(value.block, value.node) === 'scalar') return intoList(document, value, texts);
  if (last === undefined) return [{ at: whole, newText: valueText(document, pair, texts) }];
  if (text[whole.start] === '[') {
    const list = texts.map((one) => flowScalar(one, document.syntax === 'json')).join(', ');
    return [{ at: behind(last), newText: `, ${list}` }];
  }
  return [linesBehind(last, indentOf(text, itemDash(text, placeOf(last).start)), texts)];
}

/** An absent value stands behind its key: it comes behind the colon. */
function inPlaceOfNothing(value: Cell, written: string): readonly Change[] {
  const at = outside(value);
  if (kindOf(value.block, value.node) !== 'none' && at.end > at.start) return [{ at, newText: written }];
  const colon = /^["']?\s*:/.exec(value.block.text.slice(at.end))?.[0].length ?? 0;
  const end = at.end + colon;
  return [{ at: { ...at, start: end, end }, newText: ` ${written}` }];
}

/** One text as it stands in lines or braces, several as a list in brackets. */
function valueText(document: SourceDocument, { value }: Pair, texts: readonly string[]): string {
  const [only = ''] = texts;
  const isInBraces = value.block.text[placeOf(value).start] === '{';
  if (texts.length > 1) return flowList(document, texts);
  return isInBraces ? flowScalar(only, document.syntax === 'json') : blockScalar(only);
}

function flowList({ syntax }: SourceDocument, texts: readonly string[]): string {
  return `[${texts.map((one) => flowScalar(one, syntax === 'json')).join(', ')}]`;
}

/** One value as the first item of a list: in lines of its own, or inside braces in brackets. */
function intoList(document: SourceDocument, value: Cell, texts: readonly string[]): readonly Change[] {
  const at = outside(value);
  const { block } = value;
  const line = block.text.slice(block.text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  const key = /^(\s*)(?:[\w-]+|"[\w-]+"): +$/.exec(line);
  if (document.syntax === 'json' || key === null) {
    const list = texts.map((one) => flowScalar(one, document.syntax === 'json')).join(', ');
    const own = scalar(block, value.node) ?? '';
    const first = isQuoted(block, value.node) ? block.text.slice(at.start, at.end) : flowScalar(own, false);
    return [{ at, newText: `[${first}, ${list}]` }];
  }
  const [before = '', column = ''] = key;
  const blanks = /\s*$/.exec(before)?.[0].length ?? 0;
  const pad = `${column}  `;
  const eol = block.text.includes('\r\n') ? '\r\n' : '\n';
  return [
    { at: { ...at, start: at.start - blanks, end: at.start }, newText: `${eol}${pad}- ` },
    linesBehind(value, pad, texts),
  ];
}

/** Lines behind the one in which a value ends, with its comment. */
function linesBehind(value: Cell, pad: string, texts: readonly string[]): Change {
  const { text } = value.block;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const { end } = outside(value);
  const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
  const at = { ...placeOf(value), start: end + rest, end: end + rest };
  return { at, newText: texts.map((one) => `${eol}${pad}- ${blockScalar(one)}`).join('') };
}

/** A scalar with its quotes. */
function outside(value: Cell): Place {
  const at = wholePlaceOf(value);
  const { text } = value.block;
  const quote = text[at.start - 1];
  const isInQuotes = (quote === '"' || quote === "'") && text[at.end] === quote;
  return isInQuotes ? { ...at, start: at.start - 1, end: at.end + 1 } : at;
}

function behind(value: Cell): Place {
  const { end } = outside(value);
  return { ...placeOf(value), start: end, end };
}

function itemDash(text: string, offset: number): number {
  return text.lastIndexOf('-', offset);
}

function indentOf(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\s*/.exec(line)?.[0] ?? '';
}

interface Wanted {
  readonly name: EntryName;
  readonly key: string;
  readonly texts: readonly string[];
}

/** Whether the text afterwards says what it said, and the new items. */
function isSound(document: SourceDocument, edits: readonly TextEdit[], { name, key, texts }: Wanted): boolean {
  const ordered = [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  const after = ordered.reduce(
    (text, { range, newText }) => changeDocument(text, [{ range, text: newText }]),
    document,
  );
  const before = valuesOf(entryOf(document, name));
  const now = valuesOf(entryOf(after, name));
  const wanted = new Map(before).set(key, [...(before.get(key) ?? []), ...texts]);
  const roots = (one: SourceDocument) =>
    rootPairs(one)
      .map((root) => `${root.key} ${root.children?.length ?? ''}`)
      .join();
  return roots(after) === roots(document) && sameValues(now, wanted);
}

function valuesOf(pair: Pair | undefined): ReadonlyMap<string, readonly string[]> {
  const fields = pair === undefined ? [] : pairsOf(pair.value);
  return new Map(
    fields.map(({ key, value }) => [key, itemsOf(value).map((item) => scalar(item.block, item.node) ?? '')]),
  );
}

function sameValues(
  first: ReadonlyMap<string, readonly string[]>,
  second: ReadonlyMap<string, readonly string[]>,
): boolean {
  return (
    first.size === second.size &&
    [...second].every(([key, values]) => JSON.stringify(first.get(key)) === JSON.stringify(values))
  );
}
