import { startOfJson } from './json-comments';

export type RootKind = 'openapi' | 'model';

const YAML_ROOT =
  /^["']?(?:(openapi|swagger)["']?[ \t]*:[ \t]+["']?([0-9][0-9.]*)|(stridewise)["']?[ \t]*:(?=[ \t\r\n]|$))/gm;
/** A line of a Helm or Jinja template at the left, where YAML allows no bracket behind a root key. */
const TEMPLATE_LINE = /^\{[{%]/m;
/** A line that may stand in front of a root: blank, a comment, a directive, or `---`. */
const LINE_BEFORE = /(?:[ \t]*(?:#[^\n]*)?|%[^\n]*|---[ \t]*(?:#[^\n]*)?)\r?\n|---[ \t]+(?=\{)/y;
/** Nobody sets a root further in. */
const WIDEST = 80;
const FLOW_KEY = /\b(openapi|swagger|stridewise)["']?\s*:\s+(?:"([^"\n]*)"|'([^'\n]*)'|([0-9.]+|null)(?=\s*[,}\n]))/g;
const JSON_KEY = /"(openapi|swagger|stridewise)"\s*:\s*("[^"]*"|[0-9.]+|null)/g;

/**
 * What a text is by its root key, found by a text search: `openapi: 3.x`, `swagger: 2.0` or `stridewise:` with any version, so that an
 * unknown one can be told, as YAML or JSON, wherever it stands. Null for everything else. The first such key of the file decides.
 */
export function detectRoot(text: string): RootKind | null {
  const start = startOfJson(text);
  if (start >= text.length) return null;
  if (text[start] === '{') return jsonRoot(text, start) ?? flowRoot(text, start);
  if (TEMPLATE_LINE.test(text)) return null;
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return yamlRoot(marked, YAML_ROOT) ?? oddRoot(marked);
}

function yamlRoot(text: string, pattern: RegExp): RootKind | null {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const kind = kindOfKey(match[1] ?? match[3] ?? '', match[2] ?? '');
    if (kind) return kind;
  }
  return null;
}

/** A root whose keys do not stand at the left: all behind the same blanks, or in braces. */
function oddRoot(text: string): RootKind | null {
  const start = after(LINE_BEFORE, text, 0);
  const blanks = /^ */.exec(text.slice(start, start + WIDEST))?.[0].length ?? 0;
  const at = start + blanks;
  if (text[at] === '{') return flowRoot(text, at);
  return blanks === 0 ? null : yamlRoot(text, new RegExp(YAML_ROOT.source.replace('^', `^ {${blanks}}`), 'gm'));
}

/** What a root entry makes of its file. */
export function kindOfKey(key: string, value: string): RootKind | null {
  if (key === 'stridewise') return 'model';
  if (key === 'swagger') return value.startsWith('2') ? 'openapi' : null;
  return /^(?:3(?:\.|$)|[4-9]\.)/.test(value) ? 'openapi' : null;
}

function jsonRoot(text: string, start: number): RootKind | null {
  const depth = new Depth(text, start, JSON_TOKEN);
  JSON_KEY.lastIndex = start;
  for (let match = JSON_KEY.exec(text); match; match = JSON_KEY.exec(text)) {
    const kind = kindOfKey(match[1] ?? '', (match[2] ?? '').replaceAll('"', ''));
    if (kind && depth.at(match.index) === 1) return kind;
  }
  return null;
}

/** Where something that may come many times in a row ends. One pattern for all of it would need more stack than there is. */
function after(pattern: RegExp, text: string, start: number): number {
  for (let at = start; ; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return at;
  }
}

const BLANK = /\s+|#[^\n]*\n/y;
const PLAIN_KEY = /(?:[\w$-]+|'[^'\n]*')\s*:\s/y;

/** Whether a text that begins with a brace is meant as YAML: its first key is not quoted as JSON wants it. */
export function isFlowYaml(text: string, start = startOfJson(text)): boolean {
  if (text[start] !== '{') return false;
  PLAIN_KEY.lastIndex = after(BLANK, text, start + 1);
  return PLAIN_KEY.test(text);
}

/** A root in braces as YAML has it. What JSON has in braces, as most files do, is not searched again. */
function flowRoot(text: string, start: number): RootKind | null {
  if (!isFlowYaml(text, start)) return null;
  const depth = new Depth(text, start, FLOW_TOKEN);
  FLOW_KEY.lastIndex = start;
  for (let match = FLOW_KEY.exec(text); match; match = FLOW_KEY.exec(text)) {
    const kind = kindOfKey(match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '');
    const quoted = /["']/.test(text.charAt(match.index - 1)) ? 1 : 0;
    if (kind && beginsEntry(text, match.index - quoted) && depth.at(match.index - quoted) === 1) return kind;
  }
  return null;
}

/** Only blanks and comments stand between a place and the brace or comma in front of it. */
function beginsEntry(text: string, at: number): boolean {
  let before = text.slice(Math.max(0, at - 10_000), at).trimEnd();
  while (!/[{,]$/.test(before)) {
    const line = before.lastIndexOf('\n') + 1;
    const comment = before.slice(line).search(/(?:^|[ \t])#/);
    if (comment < 0) return false;
    before = before.slice(0, line + comment).trimEnd();
  }
  return true;
}

const STEPS: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** Where a bracket, a text in quotes or a comment begins. */
const JSON_TOKEN = /"|\/\/|\/\*|[{}[\]]/g;
const FLOW_TOKEN = /(?<=[\s{}[\],:])["'#]|[{}[\]]/g;
const ENDS: Readonly<Record<string, string>> = { "'": "'", '#': '\n', '//': '\n', '/*': '*/' };

/**
 * Open brackets at rising offsets of a text, strings and comments left out, or -1 within one; one pass however many offsets are
 * asked for.
 */
class Depth {
  private readonly token: RegExp;
  private depth = 0;
  private reached: number;

  constructor(
    private readonly text: string,
    start: number,
    token: RegExp,
  ) {
    this.token = new RegExp(token);
    this.reached = start;
  }

  at(end: number): number {
    while (this.reached <= end) {
      this.token.lastIndex = this.reached;
      const match = this.token.exec(this.text);
      if (!match || match.index >= end) {
        this.reached = end;
        return this.depth;
      }
      this.depth += STEPS[match[0]] ?? 0;
      this.reached = match[0] in STEPS ? match.index + 1 : endOf(this.text, match[0], match.index);
    }
    return -1;
  }
}

/** Where a text in quotes or a comment ends; at the end of the file where nothing ends it. */
function endOf(text: string, opener: string, start: number): number {
  const closer = ENDS[opener];
  if (closer !== undefined) {
    const end = text.indexOf(closer, start + opener.length);
    return end < 0 ? text.length + 1 : end + closer.length;
  }
  const sign = /["\\]/g;
  sign.lastIndex = start + 1;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '"') return sign.lastIndex;
    sign.lastIndex++;
  }
  return text.length + 1;
}
