export type RootKind = 'openapi' | 'model';

const YAML_ROOT = /^["']?(openapi|swagger|stridewise)["']?[ \t]*:[ \t]+["']?([0-9][0-9.]*)/m;
const JSON_KEY = /"(openapi|swagger|stridewise)"\s*:\s*("[^"]*"|[0-9.]+)/g;

/**
 * What a text is by its root key, found by a text search: `openapi: 3.x`, `swagger: 2.0` or `stridewise: 1`, as YAML or JSON, wherever
 * it stands. Null for everything else. The first root key of the file decides.
 */
export function detectRoot(text: string): RootKind | null {
  const start = text.search(/[^\s\uFEFF]/);
  if (start < 0) return null;
  if (text[start] === '{') return jsonRoot(text, start);
  const match = YAML_ROOT.exec(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  return match ? kindOfKey(match[1] ?? '', match[2] ?? '') : null;
}

function kindOfKey(key: string, value: string): RootKind | null {
  if (key === 'stridewise') return value === '1' ? 'model' : null;
  if (key === 'swagger') return value.startsWith('2') ? 'openapi' : null;
  return /^3(\.|$)/.test(value) ? 'openapi' : null;
}

function jsonRoot(text: string, start: number): RootKind | null {
  JSON_KEY.lastIndex = 0;
  for (let match = JSON_KEY.exec(text); match; match = JSON_KEY.exec(text)) {
    const kind = kindOfKey(match[1] ?? '', (match[2] ?? '').replaceAll('"', ''));
    if (kind && depthAt(text, start, match.index) === 1) return kind;
  }
  return null;
}

/** Brackets open at `end`, strings left out. */
function depthAt(text: string, start: number, end: number): number {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match && match.index < end; match = token.exec(text)) {
    if (match[0] === '{' || match[0] === '[') depth++;
    else if (match[0] === '}' || match[0] === ']') depth--;
  }
  return depth;
}
