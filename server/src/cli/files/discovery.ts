import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canonicalUri, detectRoot, openDocument, type SourceDocument } from '../../core/index';
import { readText, readTextWith } from '../../node/read-text';
import { UsageError } from '../arguments';
import type { Progress } from '../progress';
import type { Boundary } from './boundary';
import type { NotChecked } from './not-checked';
import type { Targets } from './targets';
import { isCandidate, type Walker } from './walk';

const ROOT_WORDS = ['openapi', 'swagger', 'stridewise'];
const MODEL_WORDS = ['stridewise'];
const USUAL_MODEL = /\.threats\.ya?ml$/i;

export type Kind = 'openapi' | 'model';

export interface Found {
  readonly kind: Kind;
  readonly document: SourceDocument;
}

export function uriOf(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}

/** Opens a text as what its root key says it is, or null. */
export function openAs(path: string, text: string): Found | null {
  const kind = detectRoot(text);
  if (kind === null) return null;
  return { kind, document: openDocument(uriOf(path), text, kind === 'model' ? 'model' : 'spec') };
}

/** A file that somebody named: unreadable is an error, not ours is worth a word. */
export function openNamed(path: string, notChecked: NotChecked): Found | null {
  const result = readText(path);
  if ('reason' in result) throw new UsageError(`${path} ${result.reason}.`);
  const found = openAs(path, result.text);
  if (found === null) notChecked.add(path, 'has no openapi, swagger or stridewise key at its root');
  return found;
}

/** Everything of ours below the folders and globs. */
export function* discover(
  targets: Targets,
  walker: Walker,
  notChecked: NotChecked,
  progress: Progress,
): Generator<Found> {
  let count = 0;
  const searches = [
    ...targets.folders.map((folder) => ({ base: folder, matches: isCandidate, pattern: '' })),
    ...targets.globs,
  ];
  for (const { base, matches, pattern } of searches) {
    const before = walker.met;
    for (const path of walker.filesBelow(base, matches)) {
      progress.tell(`${(++count).toLocaleString('en')} files looked at`);
      const found = openFound(path, ROOT_WORDS, notChecked);
      if (found !== null) yield found;
    }
    if (walker.met === before && pattern !== '') throw new UsageError(`${pattern} matches no file.`);
  }
}

/** Models that lie directly in one of the folders, or that links there lead to inside the boundary. */
export function* modelsIn(
  folders: Iterable<string>,
  known: ReadonlySet<string>,
  boundary: Boundary,
  notChecked: NotChecked,
): Generator<SourceDocument> {
  for (const folder of folders) {
    const files = filesOf(folder).filter((path) => !known.has(uriOf(path)));
    for (const path of files) {
      if (typeof boundary.resolve(path) === 'string') continue;
      // Nobody asked for what else lies there.
      const found = openFound(path, MODEL_WORDS, USUAL_MODEL.test(path) ? notChecked : null);
      if (found?.kind === 'model') yield found.document;
    }
  }
}

/** A file that was found: null where none of the words stands in it, or its root says that it is not ours. */
export function openFound(path: string, words: readonly string[], notChecked: NotChecked | null): Found | null {
  const result = readTextWith(path, words);
  if (result === null) return null;
  if ('text' in result) return openAs(path, result.text);
  notChecked?.add(path, result.reason);
  return null;
}

function filesOf(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && isCandidate(entry.name))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
