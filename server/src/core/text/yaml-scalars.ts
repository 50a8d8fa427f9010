// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: loops over characters, where every call counts.
import { DOUBLE, FAST, FOLDED, LITERAL, PLAIN, SINGLE, scalarHead } from './node-head';
import {
  COLON,
  CR,
  DOUBLE_QUOTE,
  giveUp,
  HASH,
  isBlank,
  LF,
  PIPE,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  YamlCursor,
} from './yaml-cursor';

/** The text between start and end is the value as it stands. */
const PLAIN_SCALAR = scalarHead(PLAIN, 1, -1);
const SINGLE_QUOTED = scalarHead(SINGLE, 1, -1);
const DOUBLE_QUOTED = scalarHead(DOUBLE, 1, -1);
const BACKSLASH = 92;
/** `0abt<TAB>nvfre "/\N_LP` */
const ESCAPES: ReadonlySet<number> = new Set([...'0abt\tnvfre "/\\N_LP'].map((letter) => letter.charCodeAt(0)));
/** `& * ! | > % @ \` , ] } #`: what gives a value another meaning. */
const INDICATORS: ReadonlySet<number> = new Set([...'&*!|>%@`,]}#'].map((letter) => letter.charCodeAt(0)));

/** Scalars in all five styles, as far as they are ordinary. */
export class YamlScalars extends YamlCursor {
  protected keyStart = 0;
  protected keyEnd = 0;
  protected keyHead = 0;

  protected empty(): void {
    this.add(PLAIN_SCALAR, -1, -1);
  }

  protected plainScalar(start: number, end: number, isOneLine: boolean): void {
    this.add(isOneLine ? PLAIN_SCALAR | FAST : PLAIN_SCALAR, start, end);
  }

  /** Refuses what gives the text another meaning than a plain or quoted scalar. */
  protected expectPlain(code: number): void {
    if (INDICATORS.has(code)) giveUp();
    if ((code === 63 || code === 45 || code === COLON) && this.isBlankAt(this.at + 1)) giveUp();
  }

  /** The colon of a key that starts here, or -1; the key's range and style are left in the fields. */
  protected findColon(): number {
    const quote = this.code(this.at);
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) return this.findQuotedColon(quote);
    const { text } = this;
    this.keyStart = this.at;
    let end = this.at;
    for (let at = this.at; ; at++) {
      const code = text.charCodeAt(at);
      if (code === COLON) {
        if (this.isBlankAt(at + 1)) {
          this.keyEnd = end;
          this.keyHead = PLAIN_SCALAR | FAST;
          return at;
        }
        end = at + 1;
      } else if (code === LF || code === CR || Number.isNaN(code)) return -1;
      else if (code === HASH && isBlank(text.charCodeAt(at - 1))) return -1;
      else if (code !== SPACE && code !== TAB) end = at + 1;
    }
  }

  private findQuotedColon(quote: number): number {
    let simple = true;
    let at = this.at + 1;
    this.keyStart = at;
    for (;;) {
      const code = this.code(at);
      if (Number.isNaN(code) || code === LF || code === CR) return -1;
      if (code === quote) {
        if (quote === DOUBLE_QUOTE || this.code(at + 1) !== SINGLE_QUOTE) break;
        simple = false;
        at++;
      } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        simple = false;
        this.expectEscape(++at);
      } else if (code < SPACE && code !== TAB) giveUp();
      at++;
    }
    this.keyEnd = at;
    this.keyHead = (quote === DOUBLE_QUOTE ? DOUBLE_QUOTED : SINGLE_QUOTED) | (simple ? FAST : 0);
    do at++;
    while (this.code(at) === SPACE);
    return this.code(at) === COLON && this.isBlankAt(at + 1) ? at : -1;
  }

  private expectEscape(at: number): void {
    const code = this.code(at);
    if (ESCAPES.has(code)) return;
    const digits = code === 120 ? 2 : code === 117 ? 4 : code === 85 ? 8 : 0;
    if (digits === 0 || !/^[0-9a-fA-F]+$/.test(this.text.slice(at + 1, at + 1 + digits).padEnd(digits, '-'))) giveUp();
  }

  /** A quoted scalar; its later lines stand at `indent` or further right. */
  protected quoted(indent: number): void {
    const quote = this.code(this.at);
    const { text } = this;
    const start = this.at + 1;
    let simple = true;
    let at = start;
    for (let code = text.charCodeAt(at); ; code = text.charCodeAt(at)) {
      if (code === quote) {
        if (quote === DOUBLE_QUOTE || text.charCodeAt(at + 1) !== SINGLE_QUOTE) break;
        simple = false;
        at += 2;
      } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        simple = false;
        at = this.escaped(at + 1, indent);
      } else if (code === LF || code === CR) {
        simple = false;
        at = this.fold(at, indent);
      } else if ((code < SPACE && code !== TAB) || Number.isNaN(code)) giveUp();
      else at++;
    }
    this.add((quote === DOUBLE_QUOTE ? DOUBLE_QUOTED : SINGLE_QUOTED) | (simple ? FAST : 0), start, at);
    this.at = at + 1;
  }

  private escaped(at: number, indent: number): number {
    const code = this.code(at);
    if (code === LF || code === CR) return this.fold(at, indent);
    this.expectEscape(at);
    return at + 1;
  }

  /** From a line break inside a scalar or flow collection to its next content. */
  protected fold(from: number, indent: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      let code = text.charCodeAt(at);
      if (code === CR) code = text.charCodeAt(++at);
      if (code !== LF) giveUp();
      const start = ++at;
      code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      const column = at - start;
      while (code === TAB || code === SPACE) code = text.charCodeAt(++at);
      if (at >= text.length) giveUp();
      if (code === LF || code === CR) continue;
      if (column < indent) giveUp();
      return at;
    }
  }

  /** A plain scalar of one or more lines, and the way to the content after it. */
  protected plain(indent: number): void {
    const start = this.at;
    let end = this.plainLine(start);
    let isOneLine = true;
    for (;;) {
      if (this.code(this.at) === HASH) {
        this.endPlain(start, end, isOneLine);
        return;
      }
      if (this.at >= this.text.length) {
        this.plainScalar(start, end, isOneLine);
        this.finish();
        return;
      }
      const next = this.nextPlainLine();
      const column = next - this.lineStart;
      if (next >= this.text.length) {
        // js-yaml takes trailing blanks of the last line for a further line.
        this.plainScalar(start, end, isOneLine && column < indent);
        this.finish();
        return;
      }
      this.at = next;
      if (column < indent) {
        this.endPlainBefore(start, end, isOneLine, column);
        return;
      }
      isOneLine = false;
      if (this.code(next) === HASH) {
        this.endPlainBefore(start, end, isOneLine, column);
        return;
      }
      end = this.plainLine(next);
    }
  }

  private endPlain(start: number, end: number, isOneLine: boolean): void {
    this.plainScalar(start, end, isOneLine);
    this.toNextLine();
  }

  private endPlainBefore(start: number, end: number, isOneLine: boolean, column: number): void {
    this.plainScalar(start, end, isOneLine);
    this.column = column;
    if (this.code(this.at) !== HASH && column > 0) return;
    this.at = this.lineStart;
    this.toContent();
  }

  /** Reads a line of a plain scalar; `at` is left at the line's break, comment or end. */
  private plainLine(from: number): number {
    const { text } = this;
    let end = from;
    let at = from;
    for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(++at)) {
      if (code === LF || code === CR) break;
      if (code === COLON) {
        if (this.isBlankAt(at + 1)) giveUp();
        end = at + 1;
      } else if (code === HASH) {
        if (isBlank(text.charCodeAt(at - 1))) break;
        end = at + 1;
      } else if (code !== SPACE && code !== TAB) end = at + 1;
    }
    this.at = at;
    return end;
  }

  /** Offset of the first content after the line break at `at`; the start of its line is left in the field. */
  private nextPlainLine(): number {
    const { text } = this;
    let at = this.at;
    for (;;) {
      if (text.charCodeAt(at) === CR) at++;
      if (text.charCodeAt(at) !== LF) giveUp();
      this.lineStart = ++at;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (at >= text.length) return at;
      if (code === TAB) giveUp();
      if (code !== LF && code !== CR) return at;
    }
  }

  /** A literal or folded scalar; `parent` is the least column of its content. */
  protected blockScalar(parent: number): void {
    const style = this.code(this.at) === PIPE ? LITERAL : FOLDED;
    const chomping = this.blockHeader();
    const start = this.at;
    const indent = this.blockIndent(parent);
    const end = indent < 0 ? this.lineStart : this.blockLines(indent);
    this.add(scalarHead(style, chomping, indent), start, end);
    if (this.column < 0) {
      this.finish();
      return;
    }
    this.toContent();
  }

  private blockHeader(): number {
    const { text } = this;
    let at = this.at + 1;
    let code = text.charCodeAt(at);
    const chomping = code === 43 ? 3 : code === 45 ? 2 : 1;
    if (chomping > 1) code = text.charCodeAt(++at);
    if (code >= 48 && code <= 57) giveUp();
    const blanks = at;
    while (code === SPACE || code === TAB) code = text.charCodeAt(++at);
    if (code === HASH && at > blanks) {
      at = text.indexOf('\n', at);
      if (at < 0) giveUp();
      code = LF;
    }
    if (code === CR) code = text.charCodeAt(++at);
    if (code !== LF) giveUp();
    this.at = at + 1;
    return chomping;
  }

  /** The column of a block scalar's content, or -1 where it has none; then `lineStart` is where its blank lines end. */
  private blockIndent(parent: number): number {
    const { text } = this;
    let lead = 0;
    let line = this.at;
    for (;;) {
      let at = line;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      const column = at - line;
      if (at >= text.length) return this.endBlock(at, -1);
      if (code === LF || code === CR) {
        lead = Math.max(lead, column);
        line = at + (code === CR ? 2 : 1);
        continue;
      }
      if (column < parent) {
        if (code === TAB) giveUp();
        return this.endBlock(line, line);
      }
      if (column < lead) giveUp();
      this.at = line;
      return column;
    }
  }

  private endBlock(end: number, next: number): number {
    this.lineStart = end;
    this.at = next;
    this.column = next < 0 ? -1 : 0;
    return -1;
  }

  /** Moves over a block scalar's lines; returns the end of its text. */
  private blockLines(indent: number): number {
    const { text } = this;
    let line = this.at;
    for (;;) {
      const limit = line + indent;
      let at = line;
      let code = text.charCodeAt(at);
      while (code === SPACE && at < limit) code = text.charCodeAt(++at);
      if (at >= text.length) {
        this.column = -1;
        return line;
      }
      if (at < limit && code !== LF && code !== CR) {
        this.at = line;
        this.column = 0;
        return line;
      }
      line = text.indexOf('\n', at) + 1;
      if (line === 0) {
        this.column = -1;
        return text.length;
      }
    }
  }
}
