/** A file cut out of a marked text. */
export interface MarkedFile {
  readonly uri: string;
  readonly text: string;
}

/** What a mark wants to see: `severity code: part of the message` under the line that it belongs to. */
export interface Mark {
  readonly uri: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

export interface Cursor {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export interface MarkedText {
  readonly files: readonly MarkedFile[];
  readonly marks: readonly Mark[];
  readonly cursor: Cursor | null;
}

const ROOT = 'file:///workspace/';
const MARK = /^(\s*#?\s*)(\^+) (error|warning|information|hint) ([\w-]+)(?:: ?(.*))?$/;

/** Reads `//- file` as the start of a file, `#  ^^^ severity code: message` as a mark, `$0` as the cursor; all are cut out. */
export function readMarkedText(source: string): MarkedText {
  const files: { uri: string; lines: string[] }[] = [];
  const marks: Mark[] = [];
  let cursor: Cursor | null = null;
  for (const line of outdented(source)) {
    const name = fileName(line);
    if (name !== null || files.length === 0) files.push({ uri: ROOT + (name ?? 'openapi.yaml'), lines: [] });
    const file = files.at(-1);
    if (name !== null || file === undefined) continue;
    const mark = markOf(line, file.uri, file.lines.length - 1);
    if (mark !== null) {
      marks.push(mark);
      continue;
    }
    const at = line.indexOf('$0');
    if (at !== -1) cursor = { uri: file.uri, line: file.lines.length, character: at };
    file.lines.push(line.replace('$0', ''));
  }
  return { files: files.map(({ uri, lines }) => ({ uri, text: `${lines.join('\n')}\n` })), marks, cursor };
}

function fileName(line: string): string | null {
  return /^\/\/- (\S+)\s*$/.exec(line)?.[1] ?? null;
}

function markOf(line: string, uri: string, above: number): Mark | null {
  const found = MARK.exec(line);
  if (found === null) return null;
  const [, before = '', carets = '', severity = '', code = '', message = ''] = found;
  return { uri, line: above, start: before.length, end: before.length + carets.length, severity, code, message };
}

function outdented(source: string): string[] {
  if (source.trim() === '') return [];
  const lines = source
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins);
  return lines.map((line) => line.slice(margin));
}
