// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: loops over lines and events, where every call counts.
import type { SyntaxProblem } from './types';

/** One stretch of the text that becomes a block; stretches join to the whole text. */
export interface Stretch {
  readonly start: number;
  end: number;
  readonly keyStart: number;
  kind: 'prologue' | 'head' | 'leaf' | 'whole';
  readonly depth: number;
  /** How many brackets must close behind its value, where that is known. */
  closers?: number;
  /** What is told of a stretch that is no entry. */
  readonly told?: SyntaxProblem;
}

const PLAIN = String.raw`(?:[^ \t\r\n"'&*!|>%@\`,[\]{}#?:-]|[-?:](?=[^ \t\r\n]))(?:[^\n:#]|:(?=[^ \t\r\n])|(?<=[^ \t\r\n])#)*?`;
const KEY_TEXT = String.raw`(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|${PLAIN})[ ]*:`;
const KEY = new RegExp(String.raw`${KEY_TEXT}(?=[ \t\r\n]|$)`, 'y');
const HEAD = new RegExp(String.raw`${KEY_TEXT}[ ]*(?:[ \t]#[^\n]*)?\r?(?:\n|$)`, 'y');
/** A line that git leaves where two versions of a text could not be joined. */
export const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: [^\n]*)?\r?$/m;
const SPACE = 32;

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** How deep the children of a section are blocks, by its root key. */
export type DepthLimit = (path: readonly string[]) => number;
export const specDepth: DepthLimit = ([root]) => DEPTHS.get(root ?? '') ?? 1;
/** The key under which a description holds answers of ours; they are read as one value wherever it stands. */
export const ANSWERS_KEY = 'x-stridewise';
/** The discriminator of a schema that is a file of its own means something only as a whole. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ['components', 2],
  ['discriminator', 0],
  [ANSWERS_KEY, 0],
]);
const modelDepth: DepthLimit = () => 1;
export const limitOf = (kind: 'spec' | 'model'): DepthLimit => (kind === 'spec' ? specDepth : modelDepth);

const DOUBLE = /"((?:[^"\\\n]|\\.)*)"/y;

/** The decoded text of a key. An escape that JSON does not know stays as it is written. */
export function keyAt(text: string, start: number): string {
  const quote = text[start];
  if (quote === '"') return doubleQuoted(text, start);
  if (quote === "'") {
    const end = /'(?:[^']|'')*'/y;
    end.lastIndex = start;
    return (end.exec(text)?.[0] ?? '').slice(1, -1).replaceAll("''", "'");
  }
  KEY.lastIndex = start;
  const match = KEY.exec(text);
  return match ? match[0].slice(0, -1).trimEnd() : '';
}

function doubleQuoted(text: string, start: number): string {
  DOUBLE.lastIndex = start;
  const inside = DOUBLE.exec(text)?.[1] ?? '';
  if (!inside.includes('\\')) return inside;
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    return inside;
  }
}

/**
 * Cuts block-style YAML into its root entries and their children by indentation alone, without parsing. Null where that cannot be
 * decided (document markers, directives, odd line breaks, a root that is no block mapping). `from`: where its document begins.
 */
export function splitYaml(text: string, limit: DepthLimit, from = 0): readonly Stretch[] | null {
  if (isUnusual(text)) return null;
  return new Scan(text, limit).run(from);
}

// Single characters are found at the speed of memory, patterns are not.
const isUnusual = (text: string) => (text.includes('\r') && /\r(?!\n)/.test(text)) || text.indexOf('\uFEFF', 1) >= 0;

/** Where a scan stands: the keys from the root down to the last one, and their columns. */
export interface ScanState {
  readonly path: readonly string[];
  readonly columns: readonly number[];
}

/**
 * Cuts a part of a text that starts with an entry whose state is known. The state after the part tells whether the rest of the text
 * is cut as before.
 */
export function splitPart(
  text: string,
  limit: DepthLimit,
  start: ScanState,
  keyStart: number,
): { readonly stretches: readonly Stretch[]; readonly state: ScanState } | null {
  return isUnusual(text) ? null : new Scan(text, limit).part(start, keyStart);
}

class Scan {
  private readonly out: Stretch[] = [];
  private readonly columns: number[] = [];
  private readonly path: string[] = [];
  /** The last entry may be a section: no line has told yet. */
  private open = false;
  /** What stands where its first child begins, and is no key. */
  private guessed = false;
  private half: { readonly position: number; readonly start: number; readonly column: number } | null = null;
  /** The last entry: what follows a conflict marker is not told apart from it by the marker. */
  private entry: Stretch | undefined;

  constructor(
    private readonly text: string,
    private readonly limit: DepthLimit,
  ) {}

  run(from: number): readonly Stretch[] | null {
    const isRead = this.lines(from === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : from);
    return isRead && this.columns.length > 0 ? this.out : null;
  }

  private lines(from: number): boolean {
    let position = from;
    while (position < this.text.length) {
      let start = position;
      while (this.text.charCodeAt(start) === SPACE) start++;
      const newline = this.text.indexOf('\n', start);
      const end = newline < 0 ? this.text.length : newline + 1;
      if (!this.line(position, start, end)) return false;
      position = end;
    }
    return true;
  }

  part(from: ScanState, keyStart: number) {
    this.columns.push(...from.columns);
    this.path.push(...from.path);
    this.begin(from.columns.length - 1, 0, keyStart);
    const newline = this.text.indexOf('\n', keyStart);
    const isRead = newline < 0 || this.lines(newline + 1);
    // What a half-typed first child hides or shows depends on lines that may stand behind the part.
    return isRead && !this.guessed ? { stretches: this.out, state: { path: this.path, columns: this.columns } } : null;
  }

  private line(position: number, start: number, end: number): boolean {
    const code = this.text.charCodeAt(start);
    if (start >= end || code === 10 || code === 13 || code === 35) return true;
    const column = start - position;
    if (column === 0 && isConflict(code) && CONFLICT.test(this.text.slice(start, end).trimEnd()))
      return this.marker(position);
    if (this.columns.length === 0) return this.first(position, start, end, column);
    if (
      column === 0 &&
      (code === 45 || code === 46) &&
      /^(---|\.\.\.)([ \t\r\n]|$)/.test(this.text.slice(start, end))
    ) {
      return false;
    }
    const depth = this.columns.length - 1;
    const own = this.columns[depth] ?? 0;
    if (this.open && column > own) return this.child(position, start, column);
    this.open = false;
    this.half = null;
    return column > own || this.sibling(position, start, column);
  }

  /** A line of a section that has no child yet: its first child, or one that is still being typed, which must not hide the others. */
  private child(position: number, start: number, column: number): boolean {
    const { half } = this;
    if (half !== null && column > half.column) return true;
    const isKey = matches(KEY, this.text, start);
    if (isKey && (half === null || half.column === column)) {
      const depth = this.columns.length;
      if (this.entry) this.entry.kind = 'head';
      this.columns.push(column);
      this.half = null;
      if (half !== null) this.begin(depth, half.position, half.start);
      this.begin(depth, position, start);
    } else if (half === null && isWord(this.text, start)) {
      this.half = { position, start, column };
      this.guessed = true;
    } else if (isKey || half?.column !== column) {
      this.open = false;
      this.half = null;
    }
    return true;
  }

  /** A conflict marker is a stretch of its own and leaves the scan where it is: the entries on both sides of it stay whole. */
  private marker(position: number): boolean {
    if (this.columns.length === 0) return true;
    const last = this.out.at(-1);
    if (last) last.end = position;
    this.out.push({ start: position, end: this.text.length, keyStart: position, kind: 'prologue', depth: 0 });
    return true;
  }

  private first(position: number, start: number, end: number, column: number): boolean {
    const code = this.text.charCodeAt(start);
    if (column === 0 && code === 45 && /^---[ \t]*(#.*)?\r?\n?$/.test(this.text.slice(start, end))) return true;
    if (!matches(KEY, this.text, start)) return false;
    if (position > 0) this.out.push({ start: 0, end: position, keyStart: 0, kind: 'prologue', depth: 0 });
    this.columns.push(column);
    this.begin(0, position, start);
    return true;
  }

  /** The line is a new entry, also one that is still being typed: a word where only a key may stand leaves the entry above it whole. */
  private sibling(position: number, start: number, column: number): boolean {
    const first = this.columns[0] ?? 0;
    const code = this.text.charCodeAt(start);
    const next = this.text.charCodeAt(start + 1);
    const blank = next === SPACE || next === 10 || next === 13 || next === 9 || Number.isNaN(next);
    if (code === 45 && blank) return true;
    if ((code === 58 || code === 63) && blank) return false;
    if (column < first) return false;
    const isHalf = this.isHalf(start, column);
    if (!isHalf && !matches(KEY, this.text, start)) return true;
    let depth = this.columns.length - 1;
    while (depth > 0 && column <= (this.columns[depth - 1] ?? 0)) depth--;
    if (column !== this.columns[depth]) return true;
    this.columns.length = depth + 1;
    this.begin(depth, position, start);
    return true;
  }

  /** A word beside the last key; beside one further up only where nothing follows that it would take along: nothing, or a key beside it. */
  private isHalf(start: number, column: number): boolean {
    if (!this.columns.includes(column) || !isWord(this.text, start)) return false;
    if (column === this.columns.at(-1)) return true;
    this.guessed = true;
    return this.isLast(start) || (isOneWord(this.text, start) && this.isBeforeKey(start, column));
  }

  private isLast(start: number): boolean {
    const newline = this.text.indexOf('\n', start);
    return newline < 0 || this.text.slice(newline).trim() === '';
  }

  /** Whether the next line that says something is a key that stands no further in. */
  private isBeforeKey(start: number, column: number): boolean {
    let position = this.text.indexOf('\n', start) + 1;
    while (position > 0) {
      let at = position;
      while (this.text.charCodeAt(at) === SPACE) at++;
      const code = this.text.charCodeAt(at);
      if (code !== 10 && code !== 13 && code !== 35) return at - position <= column && matches(KEY, this.text, at);
      position = this.text.indexOf('\n', at) + 1;
    }
    return false;
  }

  private begin(depth: number, position: number, start: number): void {
    const last = this.out.at(-1);
    if (last) last.end = position;
    this.entry = { start: position, end: this.text.length, keyStart: start, kind: 'leaf', depth };
    this.out.push(this.entry);
    this.path.length = depth;
    this.path.push(keyAt(this.text, start));
    this.open = depth < this.limit(this.path) && matches(HEAD, this.text, start);
  }
}

const WORD = /[\w/$@]|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|-(?=[ \t\r]*(?:\n|$))/y;

const ONE_WORD = /(?:[\w/$@][^\s"'{}[\],]*|"[^"\\\n]*")[ \t]*\r?(?:\n|$)/y;

/** Whether a key stands there, rather than what will become one. */
export const isKeyAt = (text: string, start: number): boolean => matches(KEY, text, start);

/** What begins like a key that is being typed; brackets and signs may mean that a value goes on. */
function isWord(text: string, start: number): boolean {
  return matches(WORD, text, start);
}

/** Whether nothing but one word stands on the line. */
function isOneWord(text: string, start: number): boolean {
  return matches(ONE_WORD, text, start);
}

/** `<`, `=`, `>` or `|`. */
function isConflict(code: number): boolean {
  return (code >= 60 && code <= 62) || code === 124;
}
