import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { type IgnoreRules, ruleFilesAmong } from '../lsp/ignore-rules';
import { isYamlOrJson } from '../lsp/uris';
import { readInside } from './read-file';

/**
 * YAML and JSON files, or files of every kind, below a folder, without what is ignored; null after each other step. Symbolic links are not
 * followed: what they lead to inside the folder is met anyway, and nothing outside is read.
 */
export function* walk(folder: string, ignored: IgnoreRules, all = false): Generator<string | null> {
  const root = URI.parse(folder).fsPath;
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = list(join(root, path));
    readRules(entries, root, path, ignored);
    for (const entry of entries) {
      const child = path + entry.name;
      if (entry.isDirectory() && !ignored.ignores(`${child}/`)) waiting.push(`${child}/`);
      else if (isWanted(entry, child, ignored, all)) yield URI.file(join(root, child)).toString();
      yield null;
    }
  }
}

function isWanted(entry: Dirent, path: string, ignored: IgnoreRules, all: boolean): boolean {
  return entry.isFile() && (all || isYamlOrJson(path)) && !ignored.ignores(path);
}

function readRules(entries: readonly Dirent[], root: string, path: string, ignored: IgnoreRules): void {
  const files = ruleFilesAmong(entries).map((name) => URI.file(join(root, path, name)).toString());
  const folder = [URI.file(root).toString()];
  ignored.add(
    path,
    files.map((uri) => readInside(uri, folder) ?? ''),
  );
}

function list(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
