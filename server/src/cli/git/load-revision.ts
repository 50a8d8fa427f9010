import { dirname, join, relative, sep } from 'node:path';
import {
  detectRoot,
  missingFiles,
  openDocument,
  patternsOf,
  type SourceDocument,
  Workspace,
  withEvidence,
} from '../../core/index';
import { LARGEST_FILE } from '../../node/decode';
import { textOf } from '../../node/read-text';
import { foldersUpToRepository } from '../../node/repository';
import { uriOf } from '../files/discovery';
import { pathOf } from '../files/references';
import type { Targets } from '../files/targets';
import { isCandidate } from '../files/walk';
import type { Revision } from './revision';

/** What of a revision is to be compared. */
export interface Wanted {
  readonly targets: Targets;
  /** The files as they are now: what they were before counts, wherever they lie. */
  readonly now: Workspace;
}

/** The descriptions and models that lay where the paths say, and all that they refer to, under the uris that they have now. */
export function workspaceAt(revision: Revision, wanted: Wanted): Workspace {
  const reader = new Reader(revision);
  const first = [...revision.files.keys()].filter((path) => isWanted(reader.absolute(path), wanted));
  let workspace = Workspace.empty.withAll(reader.open(first, false));
  const asked = new Set<string>();
  for (;;) {
    const named = [...missingFiles(workspace), ...matching(workspace, reader)].filter((uri) => !asked.has(uri));
    if (named.length === 0) return withEvidence(workspace, (uri) => reader.textOf(uri));
    for (const uri of named) asked.add(uri);
    const known = named.map((uri) => [uri, reader.pathIn(uri)] as const);
    const documents = reader.open(
      known.flatMap(([, path]) => path ?? []),
      true,
    );
    const found = new Set(documents.map(({ uri }) => uri));
    const absent = named.filter((uri) => !found.has(uri)).map((uri) => [uri, 'does not exist'] as const);
    workspace = workspace.withAll(documents).withUnread(absent);
  }
}

function matching(workspace: Workspace, reader: Reader): string[] {
  const patterns = patternsOf(workspace);
  if (patterns.length === 0) return [];
  const uris = reader.candidates();
  return uris.filter((uri) => workspace.get(uri) === undefined && patterns.some((pattern) => pattern.matches(uri)));
}

function isWanted(path: string, { targets, now }: Wanted): boolean {
  if (!isCandidate(path) || path.split(sep).includes('node_modules')) return false;
  if (now.get(uriOf(path)) !== undefined || targets.files.includes(path)) return true;
  if (targets.folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep))) return true;
  if (targets.globs.some(({ matches }) => matches(path))) return true;
  // A model above what was given speaks of it.
  return targets.starts.flatMap(foldersUpToRepository).includes(dirname(path));
}

class Reader {
  constructor(private readonly revision: Revision) {}

  absolute(path: string): string {
    return join(this.revision.root, ...path.split('/'));
  }

  /** The path from the root; null where the revision has no such file. */
  pathIn(uri: string): string | null {
    const absolute = pathOf(uri);
    if (absolute === null) return null;
    const path = relative(this.revision.root, absolute).split(sep).join('/');
    return this.revision.files.has(path) ? path : null;
  }

  /** What a file said, or why that is not known. */
  textOf(uri: string): { readonly text: string } | { readonly reason: string } {
    const path = this.pathIn(uri);
    const bytes = path === null ? undefined : this.revision.read([path]).get(path);
    return bytes === undefined ? { reason: 'does not exist' } : textOf(bytes);
  }

  candidates(): string[] {
    return [...this.revision.files.keys()].filter(isCandidate).map((path) => uriOf(this.absolute(path)));
  }

  /** Opens files that are descriptions or models; with `always`, whatever they are. */
  open(paths: readonly string[], always: boolean): SourceDocument[] {
    const small = paths.filter((path) => (this.revision.files.get(path)?.size ?? 0) <= LARGEST_FILE);
    return [...this.revision.read(small)].flatMap(([path, bytes]) => {
      const read = textOf(bytes);
      if ('reason' in read) return [];
      const root = detectRoot(read.text);
      if (root === null && !always) return [];
      return openDocument(uriOf(this.absolute(path)), read.text, root === 'model' ? 'model' : 'spec');
    });
  }
}
