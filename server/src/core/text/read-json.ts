import { commentSlip, ENDLESS_COMMENT, endOfComment } from './json-comments';
import { DOUBLE, FAST, FLOW, headOf, MAP, PLAIN, SEQUENCE, scalarHead } from './node-head';
import type { SyntaxProblem } from './types';

const FLOW_MAP = headOf(MAP, FLOW);
const FLOW_SEQUENCE = headOf(SEQUENCE, FLOW);
const PLAIN_SCALAR = scalarHead(PLAIN, 1, -1);
const QUOTED = scalarHead(DOUBLE, 1, -1);
const MAX_DEPTH = 98;

export interface JsonReading {
  readonly tree: Int32Array | null;
  readonly error: SyntaxProblem | null;
  /** What JSON does not allow but cannot be misread: the tree stands all the same. */
  readonly slip: SyntaxProblem | null;
  /** Where the value ends: what follows belongs to the mapping around it. */
  readonly end: number;
}

export const TRAILING_COMMA = 'a comma stands before the closing bracket: JSON does not allow it';

class JsonError extends Error {
  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(reason);
  }
}

/** Reads one `"key": value` of a JSON object as a mapping with one pair; trailing commas and comments are taken, and are its slip. */
export function readMember(text: string, start: number, header: boolean): JsonReading {
  return attempt(text, (reader) => reader.member(start, header));
}

/** Reads a whole JSON text. */
export function readJson(text: string): JsonReading {
  const reading = attempt(text, (reader) => reader.root());
  return reading;
}

function attempt(text: string, read: (reader: JsonReader) => number): JsonReading {
  const reader = new JsonReader(text);
  try {
    const end = read(reader);
    return { tree: reader.finish(), error: null, slip: reader.slip ?? reader.remark, end };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return {
      tree: null,
      error: { message: error.reason, offset: Math.min(error.offset, text.length) },
      slip: null,
      end: -1,
    };
  }
}

class JsonReader {
  private tree = new Int32Array(1024);
  private nodes = 0;
  private at = 0;
  private depth = 0;
  slip: SyntaxProblem | null = null;
  /** The first comment. */
  remark: SyntaxProblem | null = null;

  constructor(private readonly text: string) {}

  finish(): Int32Array {
    return this.tree.slice(0, this.nodes * 3);
  }

  member(start: number, header: boolean): number {
    this.at = start;
    const map = this.emit(FLOW_MAP, start, 0);
    this.pair(header);
    this.tree[map * 3 + 2] = this.nodes;
    return this.at;
  }

  root(): number {
    this.at = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.blank();
    this.value();
    const end = this.at;
    this.blank();
    if (this.at < this.text.length) throw new JsonError('the JSON text goes on after its end', this.at);
    return end;
  }

  private emit(head: number, a: number, b: number): number {
    if (this.nodes * 3 + 3 > this.tree.length) {
      const larger = new Int32Array(this.tree.length * 2);
      larger.set(this.tree);
      this.tree = larger;
    }
    const index = this.nodes * 3;
    this.tree[index] = head;
    this.tree[index + 1] = a;
    this.tree[index + 2] = b;
    return this.nodes++;
  }

  private pair(header: boolean): void {
    if (this.text.charCodeAt(this.at) !== 34) throw new JsonError('a key in double quotes is expected here', this.at);
    this.string();
    this.blank();
    if (this.text.charCodeAt(this.at) !== 58) throw new JsonError('a colon is expected after the key', this.at);
    this.at++;
    if (header) {
      this.emit(PLAIN_SCALAR, -1, -1);
      return;
    }
    this.blank();
    this.value();
  }

  private value(): void {
    const code = this.text.charCodeAt(this.at);
    if (code === 123) this.collection(FLOW_MAP, 125);
    else if (code === 91) this.collection(FLOW_SEQUENCE, 93);
    else if (code === 34) this.string();
    else this.plain();
  }

  private collection(head: number, close: number): void {
    if (++this.depth > MAX_DEPTH) throw new JsonError(`this is nested deeper than ${MAX_DEPTH} levels`, this.at);
    const node = this.emit(head, this.at, 0);
    this.at++;
    this.blank();
    while (this.text.charCodeAt(this.at) !== close) {
      if (head === FLOW_MAP) this.pair(false);
      else this.value();
      this.blank();
      const code = this.text.charCodeAt(this.at);
      if (code === 44) {
        const comma = this.at++;
        this.blank();
        if (this.text.charCodeAt(this.at) === close) this.slip ??= { message: TRAILING_COMMA, offset: comma };
      } else if (code !== close) throw new JsonError('a comma or a closing bracket is expected here', this.at);
    }
    this.at++;
    this.depth--;
    this.tree[node * 3 + 2] = this.nodes;
  }

  private string(): void {
    const start = this.at + 1;
    let fast = FAST;
    let at = start;
    for (let code = this.text.charCodeAt(at); code !== 34; code = this.text.charCodeAt(at)) {
      if (code === 92) {
        fast = 0;
        this.escape(at);
        at++;
      } else if (code < 32 || Number.isNaN(code)) throw new JsonError('this text has no closing quote', this.at);
      at++;
    }
    this.emit(QUOTED | fast, start, at);
    this.at = at + 1;
  }

  private escape(at: number): void {
    const next = this.text.charAt(at + 1);
    const known = '"\\/bfnrt'.includes(next) && next !== '';
    const unicode = next === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 2, at + 6));
    if (!known && !unicode) throw new JsonError('a backslash stands before something that JSON does not escape', at);
  }

  private plain(): void {
    const start = this.at;
    let code = this.text.charCodeAt(this.at);
    while ((code > 32 && code !== 44 && code !== 93 && code !== 125 && code !== 47) === true) {
      if (code === 58 || code === 123 || code === 91 || code === 34) break;
      code = this.text.charCodeAt(++this.at);
    }
    const word = this.text.slice(start, this.at);
    if (!/^(true|false|null|-?[0-9][0-9.eE+-]*)$/.test(word))
      throw new JsonError('a JSON value is expected here', start);
    this.emit(PLAIN_SCALAR | FAST, start, this.at);
  }

  private blank(): void {
    let code = this.text.charCodeAt(this.at);
    while (code === 32 || code === 10 || code === 13 || code === 9 || code === 47) {
      if (code === 47) this.comment();
      else this.at++;
      code = this.text.charCodeAt(this.at);
    }
  }

  private comment(): void {
    const start = this.at;
    const end = endOfComment(this.text, start);
    if (end < 0) {
      const begins = this.text.charCodeAt(start + 1) === 42;
      throw new JsonError(begins ? ENDLESS_COMMENT : 'a JSON value is expected here', start);
    }
    this.remark ??= commentSlip(this.text, start, end);
    this.at = end;
  }
}
