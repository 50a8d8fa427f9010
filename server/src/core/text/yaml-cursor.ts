// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: loops over characters, where every call counts.
import { ALIAS, kindIn } from './node-head';

/** Thrown where the text leaves the ordinary subset; js-yaml then reads the block. */
export const UNUSUAL = Symbol('unusual YAML');

export function giveUp(): never {
  throw UNUSUAL;
}

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_SEQUENCE = 91;
export const CLOSE_SEQUENCE = 93;
export const OPEN_MAPPING = 123;
export const PIPE = 124;
export const CLOSE_MAPPING = 125;

const MAX_DEPTH = 90;

/** A blank, a line break, or the end of the text (whose code is NaN). */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB || Number.isNaN(code);
}

/** A place in the text, moved line by line, and the tree that grows on the way. Fields, not closures: the loops are hot. */
export class YamlCursor {
  protected at = 0;
  protected lineStart = 0;
  /** Column of the content at `at` when it is the first of its line; -1 at the end of the text. */
  protected column = 0;
  protected tree = new Int32Array(1 << 12);
  protected count = 0;
  private depth = 0;

  protected text = '';

  protected reset(text: string): void {
    this.text = text;
    this.at = 0;
    this.lineStart = 0;
    this.column = 0;
    this.count = 0;
    this.depth = 0;
  }

  protected add(head: number, start: number, end: number): number {
    const at = this.count * 3;
    if (at + 3 > this.tree.length) {
      const larger = new Int32Array(this.tree.length * 2);
      larger.set(this.tree);
      this.tree = larger;
    }
    this.tree[at] = head;
    this.tree[at + 1] = start;
    this.tree[at + 2] = end;
    return this.count++;
  }

  protected close(node: number): void {
    this.tree[node * 3 + 2] = this.count;
  }

  protected isScalar(node: number): boolean {
    const kind = kindIn(this.tree[node * 3] ?? 0);
    return kind > 3 && kind < ALIAS;
  }

  protected descend(): void {
    if (++this.depth > MAX_DEPTH) giveUp();
  }

  protected ascend(): void {
    this.depth--;
  }

  protected code(at: number): number {
    return this.text.charCodeAt(at);
  }

  protected isBlankAt(at: number): boolean {
    return isBlank(this.text.charCodeAt(at));
  }

  /** Moves past spaces and says what follows. */
  protected skipSpaces(): number {
    let code = this.text.charCodeAt(this.at);
    while (code === SPACE) code = this.text.charCodeAt(++this.at);
    return code;
  }

  /** From the start of a line to the next content. */
  protected toContent(): void {
    const { text } = this;
    let at = this.at;
    for (;;) {
      const start = at;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (at >= text.length) {
        this.finish();
        return;
      }
      if (code === LF) at++;
      else if (code === CR && text.charCodeAt(at + 1) === LF) at += 2;
      else if (code === HASH) {
        at = text.indexOf('\n', at) + 1;
        if (at === 0) {
          this.finish();
          return;
        }
      } else {
        if (code === TAB || code === CR) giveUp();
        if (at === start && this.isMarker(at, code)) giveUp();
        this.lineStart = start;
        this.at = at;
        this.column = at - start;
        return;
      }
    }
  }

  /** After a value: only blanks or a comment may stand before the next line. */
  protected toNextLine(): void {
    const { text } = this;
    const from = this.at;
    let at = from;
    let code = text.charCodeAt(at);
    while (code === SPACE || code === TAB) code = text.charCodeAt(++at);
    if (at >= text.length) {
      this.finish();
      return;
    }
    if (code === HASH) {
      if (at === from && at > 0 && text.charCodeAt(at - 1) !== SPACE) giveUp();
      at = text.indexOf('\n', at);
      if (at < 0) {
        this.finish();
        return;
      }
      code = LF;
    }
    if (code === CR) code = text.charCodeAt(++at);
    if (code !== LF) giveUp();
    this.at = at + 1;
    this.toContent();
  }

  protected finish(): void {
    this.at = this.text.length;
    this.column = -1;
  }

  private isMarker(at: number, code: number): boolean {
    if (code !== DASH && code !== 46) return false;
    return this.isBlankAt(at + 3) && /^(---|\.\.\.)/.test(this.text.slice(at, at + 3));
  }
}
