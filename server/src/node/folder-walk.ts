import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { IgnoreRules } from '../lsp/ignore-rules';
import { isYamlOrJson } from '../lsp/uris';
import { readInside } from './read-file';

/**
 * YAML and JSON files below a folder, without what is ignored; null after each other step. Symbolic links are not
 * followed: what they lead to inside the folder is met anyway, and nothing outside is read.
 */
export function* walk(folder: string, ignored: IgnoreRules): Generator<string | null> {
  const root = URI.parse(folder).fsPath;
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = list(join(root, path));
    readGitignore(entries, root, path, ignored);
    for (const entry of entries) {
      const child = path + entry.name;
      if (entry.isDirectory() && !ignored.ignores(`${child}/`)) waiting.push(`${child}/`);
      else if (isWanted(entry, child, ignored)) yield URI.file(join(root, child)).toString();
      yield null;
    }
  }
}

function isWanted(entry: Dirent, path: string, ignored: IgnoreRules): boolean {
  return entry.isFile() && isYamlOrJson(path) && !ignored.ignores(path);
}

function readGitignore(entries: readonly Dirent[], root: string, path: string, ignored: IgnoreRules): void {
  if (!entries.some(({ name }) => name === '.gitignore')) return;
  const uri = URI.file(join(root, path, '.gitignore')).toString();
  ignored.add(path, readInside(uri, [URI.file(root).toString()]) ?? '');
}

function list(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
