import { startOfJson } from './json-comments';

export type RootKind = 'openapi' | 'model';

const YAML_ROOT =
  /^["']?(?:(openapi|swagger)["']?[ \t]*:[ \t]+["']?([0-9][0-9.]*)|(stridewise)["']?[ \t]*:(?=[ \t\r\n]|$))/gm;
/** A line of a Helm or Jinja template at the left, where YAML allows no bracket behind a root key. */
const TEMPLATE_LINE = /^\{[{%]/m;
const JSON_KEY = /"(openapi|swagger|stridewise)"\s*:\s*("[^"]*"|[0-9.]+|null)/g;

/**
 * What a text is by its root key, found by a text search: `openapi: 3.x`, `swagger: 2.0` or `stridewise:` with any version, so that an
 * unknown one can be told, as YAML or JSON, wherever it stands. Null for everything else. The first such key of the file decides.
 */
export function detectRoot(text: string): RootKind | null {
  const start = startOfJson(text);
  if (start >= text.length) return null;
  if (text[start] === '{') return jsonRoot(text, start);
  if (TEMPLATE_LINE.test(text)) return null;
  return yamlRoot(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

function yamlRoot(text: string): RootKind | null {
  YAML_ROOT.lastIndex = 0;
  for (let match = YAML_ROOT.exec(text); match; match = YAML_ROOT.exec(text)) {
    const kind = kindOfKey(match[1] ?? match[3] ?? '', match[2] ?? '');
    if (kind) return kind;
  }
  return null;
}

/** What a root entry makes of its file. */
export function kindOfKey(key: string, value: string): RootKind | null {
  if (key === 'stridewise') return 'model';
  if (key === 'swagger') return value.startsWith('2') ? 'openapi' : null;
  return /^(?:3(?:\.|$)|[4-9]\.)/.test(value) ? 'openapi' : null;
}

function jsonRoot(text: string, start: number): RootKind | null {
  const depth = new JsonDepth(text, start);
  JSON_KEY.lastIndex = start;
  for (let match = JSON_KEY.exec(text); match; match = JSON_KEY.exec(text)) {
    const kind = kindOfKey(match[1] ?? '', (match[2] ?? '').replaceAll('"', ''));
    if (kind && depth.at(match.index) === 1) return kind;
  }
  return null;
}

const STEPS: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/**
 * Open brackets at rising offsets of a text, strings and comments left out, or -1 within a comment; one pass however many offsets are
 * asked for.
 */
class JsonDepth {
  private readonly token = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]]/g;
  private depth = 0;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.token.lastIndex = start;
  }

  at(end: number): number {
    for (let from = this.token.lastIndex; ; from = this.token.lastIndex) {
      const match = this.token.exec(this.text);
      if (!match || match.index >= end) {
        this.token.lastIndex = from;
        return this.depth;
      }
      if (match[0].startsWith('/') && end < this.token.lastIndex) return -1;
      this.depth += STEPS[match[0]] ?? 0;
    }
  }
}
