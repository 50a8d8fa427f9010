import { fileURLToPath } from 'node:url';
import {
  detectRoot,
  missingFiles,
  missingModels,
  openDocument,
  type SourceDocument,
  specsNamed,
  type Workspace,
} from '../../core/index';
import { readText } from '../../node/read-text';
import type { Boundary } from './boundary';
import type { NotChecked } from './not-checked';

/** What a workspace still misses. */
type Missing = (workspace: Workspace) => readonly string[];

/** Reads what descriptions and models refer to, wave by wave, until nothing new is asked for; notes what cannot be read, and why. */
export function withReferences(
  workspace: Workspace,
  boundary: Boundary,
  notChecked: NotChecked,
  missing: Missing = missingFiles,
): Workspace {
  const asked = new Set<string>();
  for (let current = workspace; ; ) {
    const wave = missing(current).filter((uri) => !asked.has(uri));
    if (wave.length === 0) return current;
    for (const uri of wave) asked.add(uri);
    current = withWave(current, wave, boundary, notChecked);
  }
}

function withWave(
  workspace: Workspace,
  wave: readonly string[],
  boundary: Boundary,
  notChecked: NotChecked,
): Workspace {
  const read = wave.map((uri) => [uri, readTarget(uri, boundary)] as const);
  const documents = read.flatMap(([, target]) => (typeof target === 'string' ? [] : target));
  // What a model names and cannot be read is told in the model.
  const told = new Set([...missingModels(workspace), ...specsNamed(workspace)]);
  const unread = read.flatMap(([uri, target]): [string, string][] => {
    if (typeof target !== 'string') return [];
    const isHidden = target === ABSENT && told.has(uri) && !boundary.holds(pathOf(uri) ?? '');
    return [[uri, isHidden ? OUTSIDE : target]];
  });
  for (const [uri, reason] of unread) {
    if (!told.has(uri) && !UNTOLD.has(reason)) notChecked.add(pathOf(uri) ?? uri, CALLED[reason] ?? reason);
  }
  return workspace.withAll(documents).withUnread(unread);
}

const ABSENT = 'does not exist';
const NO_FILE = 'is no file';
/** As the editor says it, where the workspace is what it has opened. */
const OUTSIDE = 'lies outside the workspace';
/** A target that does not exist is the reference's problem, which the core reports where it stands. */
const UNTOLD: ReadonlySet<string> = new Set([ABSENT, NO_FILE]);
/** What is said of a file alone. */
const CALLED: Readonly<Record<string, string>> = { [OUTSIDE]: 'lies outside the checked folders and their repository' };

/** The document, or why there is none. */
function readTarget(uri: string, boundary: Boundary): SourceDocument | string {
  const path = pathOf(uri);
  if (path === null) return NO_FILE;
  const resolved = boundary.resolve(path);
  if (resolved === 'absent') return ABSENT;
  if (resolved === 'unreadable') return 'may not be read';
  if (resolved === 'outside') return OUTSIDE;
  const result = readText(resolved.real);
  if ('reason' in result) return result.reason;
  return openDocument(uri, result.text, detectRoot(result.text) === 'model' ? 'model' : 'spec');
}

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
