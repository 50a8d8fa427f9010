import { ENDLESS_COMMENT, endOfComment, firstComment, withoutComments } from './json-comments';
import { readMember, TRAILING_COMMA } from './read-json';
import type { DepthLimit, Stretch } from './split';
import type { SyntaxProblem } from './types';

/**
 * Cuts a JSON object into its root members and their children by counting brackets: minified and pretty text alike. Null where the
 * brackets do not add up; such a text is read whole.
 */
export function splitJson(text: string, limit: DepthLimit): readonly Stretch[] | null {
  return new Scan(text, limit).run();
}

/** What may stand behind a member's value in its block: commas, the brackets that close its section, blanks. */
const TAIL = /^[\s,}]*$/;

function bracketsIn(tail: string): number {
  return tail.replaceAll(/[\s,]/g, '').length;
}

function nthBracket(tail: string, index: number): number {
  let at = tail.indexOf('}');
  for (let count = 0; count < index && at >= 0; count++) at = tail.indexOf('}', at + 1);
  return Math.max(0, at);
}

class Scan {
  private readonly out: Stretch[] = [];
  private at = 0;
  private readonly path: string[] = [];

  constructor(
    private readonly text: string,
    private readonly limit: DepthLimit,
  ) {}

  run(): readonly Stretch[] | null {
    this.at = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.blank();
    if (this.text.charCodeAt(this.at) !== 123) return null;
    this.at++;
    if (!this.members(0)) return null;
    if (this.out.length === 0 || !this.endsWell()) return null;
    const first = this.out[0];
    if (first && first.start > 0) {
      this.out.unshift({ start: 0, end: first.start, keyStart: 0, kind: 'prologue', depth: 0 });
    }
    return this.out;
  }

  /** Nothing follows, or brackets too many that closed nothing early: then the last member tells them. */
  private endsWell(): boolean {
    const rest = withoutComments(this.text.slice(this.at));
    if (rest.trim() === '') return true;
    const last = this.out.at(-1);
    const isEarly = this.out.some(({ depth, keyStart }) => depth === 0 && this.text[keyStart + 1] === '/');
    if (last === undefined || isEarly || !TAIL.test(rest)) return false;
    last.closers = last.depth + 1;
    return true;
  }

  /** Members of the object that `at` stands in, up to and with its closing bracket. */
  private members(depth: number): boolean {
    for (;;) {
      this.blank();
      const code = this.text.charCodeAt(this.at);
      if (code === 125) {
        this.at++;
        return true;
      }
      // A slash alone is a comment half typed: the member in front of it tells it.
      if (code === 44 || code === 47) {
        this.at++;
        continue;
      }
      if (code !== 34 || !this.member(depth)) return false;
    }
  }

  private member(depth: number): boolean {
    const start = this.at;
    if (!this.skipString()) return false;
    const key = this.text.slice(start + 1, this.at - 1);
    this.path.length = depth;
    this.path.push(key);
    this.blank();
    if (this.text.charCodeAt(this.at) !== 58) return false;
    this.at++;
    this.blank();
    const last = this.out.at(-1);
    if (last) last.end = start;
    const stretch: Stretch = { start, end: this.text.length, keyStart: start, kind: 'leaf', depth };
    this.out.push(stretch);
    const nested = depth < this.limit(this.path) && this.text.charCodeAt(this.at) === 123;
    if (!nested) return this.skipValue();
    this.at++;
    this.blank();
    if (this.text.charCodeAt(this.at) === 125) {
      this.at++;
      return true;
    }
    stretch.kind = 'head';
    return this.members(depth + 1);
  }

  private skipValue(): boolean {
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (depth === 0 && (code === 44 || code === 125 || code === 93)) return true;
      if ((code === 34 || code === 47) && !this.skipWhole(code)) return false;
      depth += bracket(code);
    }
    return false;
  }

  private skipString(): boolean {
    let at = this.text.indexOf('"', this.at + 1);
    while (at >= 0) {
      let slashes = 0;
      while (this.text.charCodeAt(at - 1 - slashes) === 92) slashes++;
      if (slashes % 2 === 0) break;
      at = this.text.indexOf('"', at + 1);
    }
    if (at < 0) return false;
    this.at = at + 1;
    return true;
  }

  /** Moves to the last character of a string or comment. */
  private skipWhole(code: number): boolean {
    if (code === 47) return this.skipComment();
    const isClosed = this.skipString();
    this.at--;
    return isClosed;
  }

  private skipComment(): boolean {
    const end = endOfComment(this.text, this.at);
    if (end > 0) this.at = end - 1;
    return end > 0;
  }

  private blank(): void {
    let code = this.text.charCodeAt(this.at);
    while (code === 32 || code === 10 || code === 13 || code === 9 || (code === 47 && this.skipComment()))
      code = this.text.charCodeAt(++this.at);
  }
}

function bracket(code: number): number {
  if (code === 123 || code === 91) return 1;
  return code === 125 || code === 93 ? -1 : 0;
}

/** Reads the block of a member: its tree, or the error that is its own. */
export function readMemberBlock(text: string, keyStart: number, header: boolean, closers?: number) {
  const reading = readMember(text, keyStart, header);
  if (reading.error) return { tree: null, anchors: null, error: reading.error };
  const remark = reading.slip ?? firstComment(text, reading.end);
  if (header) return { tree: reading.tree, anchors: null, error: remark };
  const tail = withoutComments(text.slice(reading.end));
  if (!TAIL.test(tail) || bracketsIn(tail) < (closers ?? 0)) {
    return { tree: null, anchors: null, error: strangeTail(text, reading.end) };
  }
  if (closers !== undefined && bracketsIn(tail) > closers) {
    const error = { message: 'a closing bracket too many', offset: reading.end + nthBracket(tail, closers) };
    return { tree: reading.tree, anchors: null, error };
  }
  const comma = /,\s*\}/.exec(tail);
  const slip = comma === null ? remark : { message: TRAILING_COMMA, offset: reading.end + comma.index };
  return { tree: reading.tree, anchors: null, error: slip };
}

function strangeTail(text: string, end: number): SyntaxProblem {
  const open = withoutComments(text.slice(end)).search(/(?<=^[\s,}]*)\/\*/);
  if (open >= 0) return { message: ENDLESS_COMMENT, offset: end + open };
  return { message: 'a comma or a closing bracket is expected here', offset: end };
}
