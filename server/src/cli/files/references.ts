import { fileURLToPath } from 'node:url';
import { missingFiles, openDocument, type SourceDocument, type Workspace } from '../../core/index';
import { readText } from '../../node/read-text';
import type { Boundary } from './boundary';
import type { NotChecked } from './not-checked';

/** Reads what descriptions and models refer to, wave by wave, until nothing new is asked for. */
export function withReferences(workspace: Workspace, boundary: Boundary, notChecked: NotChecked): Workspace {
  const asked = new Set<string>();
  for (let current = workspace; ; ) {
    const wave = missingFiles(current).filter((uri) => !asked.has(uri));
    if (wave.length === 0) return current;
    const documents: SourceDocument[] = [];
    for (const uri of wave) {
      asked.add(uri);
      const document = read(uri, boundary, notChecked);
      if (document !== null) documents.push(document);
    }
    if (documents.length > 0) current = current.withAll(documents);
  }
}

/** A target that does not exist is the reference's problem, which the core reports where it stands. */
function read(uri: string, boundary: Boundary, notChecked: NotChecked): SourceDocument | null {
  const path = pathOf(uri);
  if (path === null) return null;
  const resolved = boundary.resolve(path);
  if (resolved === 'absent') return null;
  if (resolved === 'unreadable') {
    notChecked.add(path, 'may not be read');
    return null;
  }
  if (resolved === 'outside') {
    notChecked.add(path, 'lies outside the checked folders and their repository');
    return null;
  }
  const result = readText(resolved.real);
  if ('text' in result) return openDocument(uri, result.text);
  notChecked.add(path, result.reason);
  return null;
}

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
