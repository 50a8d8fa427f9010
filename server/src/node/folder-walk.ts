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
    if (entries.some(({ name }) => name === '.gitignore')) {
      ignored.add(path, readInside(URI.file(join(root, path, '.gitignore')).toString(), [folder]) ?? '');
    }
    for (const entry of entries) {
      const child = path + entry.name;
      if (entry.isDirectory() && !ignored.ignores(`${child}/`)) waiting.push(`${child}/`);
      else if (entry.isFile() && isYamlOrJson(child) && !ignored.ignores(child)) {
        yield URI.file(join(root, child)).toString();
      }
      yield null;
    }
  }
}

function list(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
