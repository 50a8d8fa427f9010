import { FlowReader } from './flow';
import { endsKey, lineEndFrom, plainEnd, plainScalar, quotedScalar } from './scalars';
import type { SketchItem, SketchList, SketchMap, SketchNode, SketchPair, SketchScalar } from './types';

/** A line that counts as standing at another column than it does. */
export interface Bend {
  readonly line: number;
  readonly column: number;
}

/**
 * What a text seems to say while it is typed: root keys, entries and their keys by their columns, brackets and quotes as far as they go.
 * Nothing that is broken reaches further than the lines that stand in further than it.
 */
export function readSketch(text: string, bend: Bend | null = null): SketchNode {
  return new SketchReader(text, bend).read();
}

interface Frame {
  readonly column: number;
  readonly node: SketchMap | SketchList;
}

class SketchReader {
  readonly #root: SketchMap = { kind: 'map', flow: false, column: 0, pairs: [] };
  #frames: Frame[] = [];
  #flowRoot: SketchNode | null = null;
  #next = 0;

  constructor(
    private readonly text: string,
    private readonly bend: Bend | null,
  ) {}

  read(): SketchNode {
    while (this.#next < this.text.length) this.#line(this.#next);
    return this.#flowRoot ?? this.#root;
  }

  #line(line: number): void {
    const end = lineEndFrom(this.text, line);
    this.#next = nextLine(this.text, end);
    const start = blanksFrom(this.text, line, end, INDENT);
    if (start >= end || this.text[start] === '#' || isMarker(this.text, line)) return;
    const column = this.bend?.line === line ? this.bend.column : start - line;
    if (this.#frames.length === 0) {
      this.#root.column = column;
      this.#frames = [{ column, node: this.#root }];
    }
    this.#content(start, end, column);
  }

  #content(start: number, end: number, column: number): void {
    const first = this.text[start] ?? '';
    const dash = first === '-' ? /^-(?:[ \t]+|$)/.exec(this.text.slice(start, end))?.[0] : undefined;
    if (dash !== undefined) this.#item(start + dash.length, end, column, column + dash.length);
    else if (first === '{' || first === '[') this.#attach(this.#value(start, end, column), column);
    else this.#pair(start, end, column);
  }

  #pair(start: number, end: number, column: number): void {
    const key = this.#key(start, end);
    const top = this.#frameFor(column, key === null);
    if (top.kind === 'list') {
      top.items.push({ node: this.#value(start, end, column), marked: false });
    } else if (key === null) {
      top.pairs.push({ name: this.#word(start, end), colon: -1, value: null });
    } else {
      const pair: SketchPair = { name: key.name, colon: key.colon, value: null };
      top.pairs.push(pair);
      pair.value = this.#value(key.colon + 1, end, column);
    }
  }

  #item(start: number, end: number, column: number, inner: number): void {
    const list = this.#listFor(column);
    const key = start < end ? this.#key(start, end) : null;
    if (key === null) {
      list.items.push({ node: this.#value(start, end, column), marked: true });
      return;
    }
    const map: SketchMap = { kind: 'map', flow: false, column: inner, pairs: [] };
    list.items.push({ node: map, marked: true });
    this.#frames.push({ column: inner, node: map });
    const pair: SketchPair = { ...key, value: null };
    map.pairs.push(pair);
    pair.value = this.#value(key.colon + 1, end, inner);
  }

  /** A key and its colon, or null where the line has none. */
  #key(start: number, end: number): { readonly name: SketchScalar; readonly colon: number } | null {
    const first = this.text[start];
    if (first === '"' || first === "'") {
      const { scalar, end: behind } = quotedScalar(this.text, start, end);
      const blanks = /^\s*/.exec(this.text.slice(behind, end))?.[0].length ?? 0;
      const colon = behind + blanks;
      return scalar.closed && this.text[colon] === ':' ? { name: scalar, colon } : null;
    }
    const limit = plainEnd(this.text, start, end);
    const written = this.text.slice(start, limit);
    for (let at = written.indexOf(':'); at >= 0; at = written.indexOf(':', at + 1)) {
      const colon = start + at;
      if (endsKey(this.text, colon, false)) return { name: plainScalar(this.text, start, colon), colon };
    }
    return null;
  }

  #word(start: number, end: number): SketchScalar {
    const first = this.text[start];
    if (first === '"' || first === "'") return quotedScalar(this.text, start, end).scalar;
    return plainScalar(this.text, start, plainEnd(this.text, start, end));
  }

  /** The map or list that a line at this column belongs to. */
  #frameFor(column: number, isWord: boolean): SketchMap | SketchList {
    this.#leave((frame) => frame.column > column || (frame.column === column && frame.node.kind === 'list' && !isWord));
    const top = this.#top();
    if (top.column === column && top.node.kind === 'list') return this.#ownWord(top.node);
    const waiting = top.column < column ? waitingPair(top.node) : undefined;
    if (waiting === undefined) return isWord && top.column < column ? this.#within(top.node) : top.node;
    const map: SketchMap = { kind: 'map', flow: false, column, pairs: [] };
    waiting.value = map;
    this.#frames.push({ column, node: map });
    return map;
  }

  /** A word that stands further in than a map, and less than what stands in its last key, is meant to stand there. */
  #within(node: SketchMap | SketchList): SketchMap | SketchList {
    const last = node.kind === 'map' ? node.pairs.at(-1)?.value : undefined;
    if (last?.kind !== 'map' || last.flow) return node;
    this.#frames.push({ column: last.column, node: last });
    return last;
  }

  /** A word at the column of a list: an item that has no dash yet, unless the list stands at the column of its key. */
  #ownWord(list: SketchList): SketchMap | SketchList {
    const around = this.#frames.at(-2);
    if (around === undefined || around.column < list.column || around.node.kind === 'list') return list;
    this.#frames.pop();
    return around.node;
  }

  #listFor(column: number): SketchList {
    this.#leave((frame) => frame.column > column);
    const top = this.#top();
    if (top.node.kind === 'list' && top.column === column) return top.node;
    const list: SketchList = { kind: 'list', flow: false, column, items: [] };
    const waiting = waitingPair(top.node);
    if (waiting === undefined) return top.node.kind === 'list' ? top.node : list;
    waiting.value = list;
    this.#frames.push({ column, node: list });
    return list;
  }

  #attach(value: SketchNode | null, column: number): void {
    this.#leave((frame) => frame.column > column);
    const { node } = this.#top();
    const waiting = waitingPair(node);
    if (waiting !== undefined) waiting.value = value;
    else if (node === this.#root && node.pairs.length === 0) this.#flowRoot = value;
  }

  #leave(isLeft: (frame: Frame) => boolean): void {
    while (this.#frames.length > 1 && isLeft(this.#top())) this.#frames.pop();
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? { column: 0, node: this.#root };
  }

  #value(from: number, end: number, column: number): SketchNode | null {
    const start = behindMarks(this.text, from, end);
    const first = this.text[start];
    if (start >= end || (first === '#' && start > from)) return null;
    if (first === '{' || first === '[') return this.#flow(start, column);
    if (first === '"' || first === "'") return quotedScalar(this.text, start, end).scalar;
    if ((first === '|' || first === '>') && /^[|>][-+0-9]*\s*(?:#|$)/.test(this.text.slice(start, end))) {
      this.#skipText(column);
      return plainScalar(this.text, start, start);
    }
    return plainScalar(this.text, start, plainEnd(this.text, start, end));
  }

  #flow(start: number, column: number): SketchNode | null {
    const reader = new FlowReader(
      this.text,
      start,
      this.#frames.length <= 1 && this.#root.pairs.length === 0 ? -1 : column,
    );
    const node = reader.node();
    if (reader.at > this.#next) this.#next = nextLine(this.text, lineEndFrom(this.text, reader.at));
    return node;
  }

  /** The lines of a text below a `|` or `>`. */
  #skipText(column: number): void {
    while (this.#next < this.text.length) {
      const end = lineEndFrom(this.text, this.#next);
      const line = this.text.slice(this.#next, end);
      if (line.trim() !== '' && line.search(/\S/) <= column) return;
      this.#next = nextLine(this.text, end);
    }
  }
}

const BLANKS = ' \t';
const INDENT = `${BLANKS}\uFEFF`;

/** Where some blanks end that stand at an offset. */
function blanksFrom(text: string, from: number, end: number, blanks: string): number {
  let at = from;
  while (at < end && blanks.includes(text.charAt(at))) at++;
  return at;
}

/** Where a value begins, behind its anchor and its tag. */
function behindMarks(text: string, from: number, end: number): number {
  const at = blanksFrom(text, from, end, BLANKS);
  if (text[at] !== '&' && text[at] !== '!') return at;
  return from + (/^(?:[ \t]*[&!][^\s]*(?=[ \t]))*[ \t]*/.exec(text.slice(from, end))?.[0].length ?? 0);
}

/** Whether a line begins or ends a document, or is a directive. */
function isMarker(text: string, line: number): boolean {
  return text[line] === '%' || text.startsWith('---', line) || text.startsWith('...', line);
}

/** The last key of a map, where nothing stands behind it yet. */
function waitingPair(node: SketchMap | SketchList): SketchPair | undefined {
  const last = node.kind === 'map' ? node.pairs.at(-1) : undefined;
  return last !== undefined && last.colon >= 0 && last.value === null ? last : undefined;
}

function nextLine(text: string, end: number): number {
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return end + 1;
}

/** The items of a list, or a value as a list of itself. */
export function itemsIn(node: SketchNode | null | undefined): readonly SketchItem[] {
  if (!node) return [];
  return node.kind === 'list' ? node.items : [{ node, marked: true }];
}

/** The text of a value that is one. */
export function textIn(node: SketchNode | null | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}

/** The value of a key, or undefined. */
export function valueAt(node: SketchNode | null | undefined, key: string): SketchNode | null | undefined {
  return node?.kind === 'map' ? node.pairs.find(({ name }) => name.text === key)?.value : undefined;
}

/** The texts at a key, one or a list of them; those that are empty yet left out. */
export function textsAt(node: SketchNode | null | undefined, key: string): string[] {
  return itemsIn(valueAt(node, key))
    .map((item) => textIn(item.node))
    .filter((text) => text !== '');
}
