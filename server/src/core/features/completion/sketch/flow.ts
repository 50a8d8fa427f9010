import { endsKey, lineEndFrom, plainScalar, quotedScalar } from './scalars';
import type { SketchItem, SketchNode, SketchPair, SketchScalar } from './types';

const FAR = 200;
/** Brackets in brackets; no model has as many, and the reader of YAML gives up there as well. */
const DEEPEST = 98;

/** Reads what stands in brackets; brackets that are left open end where the lines no longer stand further in than `indent`. */
export class FlowReader {
  constructor(
    private readonly text: string,
    public at: number,
    private readonly indent: number,
  ) {}

  node(): SketchNode | null {
    if (this.#depth >= DEEPEST) this.#left = true;
    this.#skip();
    const next = this.text[this.at];
    if (this.#isOver() || next === undefined) return null;
    if (next !== '{' && next !== '[') return this.#scalar(false);
    this.#depth++;
    const node = next === '{' ? this.#map() : this.#list();
    this.#depth--;
    return node;
  }

  #map(): SketchNode {
    const pairs: SketchPair[] = [];
    this.at++;
    while (this.#more('}')) pairs.push(this.#pair());
    return { kind: 'map', flow: true, column: 0, pairs };
  }

  #pair(): SketchPair {
    const name = this.#scalar(true);
    this.#skip();
    if (!endsKey(this.text, this.at, true) && !(name.quote !== '' && this.text[this.at] === ':')) {
      return { name, colon: -1, value: null };
    }
    const colon = this.at++;
    this.#skip();
    const isEmpty = this.#isOver() || /[,}\]]/.test(this.text[this.at] ?? ',');
    return { name, colon, value: isEmpty ? null : this.node() };
  }

  #list(): SketchNode {
    const items: SketchItem[] = [];
    this.at++;
    while (this.#more(']')) {
      const node = this.node();
      if (node !== null) items.push({ node, marked: true });
    }
    return { kind: 'list', flow: true, column: 0, items };
  }

  /** Goes to the next item, and behind the bracket where there is none. A bracket of the other kind closes what is around. */
  #more(close: '}' | ']'): boolean {
    for (;;) {
      this.#skip();
      const next = this.text[this.at];
      if (this.#isOver() || next === undefined) return false;
      if (next === ',') this.at++;
      else if (next === close) {
        this.at++;
        return false;
      } else return next !== '}' && next !== ']';
    }
  }

  #scalar(isKey: boolean): SketchScalar {
    const start = this.at;
    const first = this.text[start];
    if (first === '"' || first === "'") {
      const { scalar, end } = quotedScalar(this.text, start, this.text.length);
      this.at = end;
      this.#strayText();
      return scalar;
    }
    const end = lineEndFrom(this.text, start);
    let at = start;
    while (at < end && !this.#endsPlain(at, start, isKey)) at = this.#behindBraces(at, start);
    this.at = Math.max(at, start + 1);
    return plainScalar(this.text, start, this.at);
  }

  #endsPlain(at: number, start: number, isKey: boolean): boolean {
    const sign = this.text[at] ?? '';
    if (sign === '#') return at === start || /\s/.test(this.text[at - 1] ?? '');
    return /[,[\]{}]/.test(sign) || (isKey && endsKey(this.text, at, true));
  }

  /** The next offset; braces that touch a word (`/orders/{id}`) are part of it, although YAML ends the word there. */
  #behindBraces(at: number, start: number): number {
    const next = at + 1;
    if (this.text[next] !== '{' || at < start || /\s/.test(this.text[at] ?? ' ')) return next;
    const braces = /\{[^\s,[\]{}]*\}?/y;
    braces.lastIndex = next;
    return next + (braces.exec(this.text)?.[0].length ?? 0);
  }

  /** What follows a closing quote up to the next sign says nothing. */
  #strayText(): void {
    const stray = /[^\s,[\]{}:#][^,[\]{}\n]*/y;
    stray.lastIndex = this.at;
    if (stray.test(this.text)) this.at = stray.lastIndex;
  }

  /** Goes behind blanks, line breaks and comments, as long as the lines stand further in. */
  #skip(): void {
    let to = this.at;
    for (let sign = this.text[to]; sign !== undefined && !this.#left; sign = this.text[to]) {
      if (sign === '#' && /\s/.test(this.text[to - 1] ?? '')) to = lineEndFrom(this.text, to);
      else if (!/\s/.test(sign)) break;
      else if (sign === '\n' && this.#isOutside(to + 1)) this.#left = true;
      else to++;
    }
    this.at = to;
  }

  /** Whether a line with something on it no longer belongs to the brackets. */
  #isOutside(line: number): boolean {
    const content = line + (/^[ \t]*/.exec(this.text.slice(line, line + FAR))?.[0].length ?? 0);
    return content - line <= this.indent && !/[\s\]}#]/.test(this.text[content] ?? '\n');
  }

  #depth = 0;
  #left = false;

  #isOver(): boolean {
    return this.#left || this.at >= this.text.length;
  }
}
