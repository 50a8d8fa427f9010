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
import { type ReadResult, readText } from '../../node/read-text';
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
    return [[uri, told.has(uri) ? hidden(uri, target, boundary) : target]];
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
  const result = readInside(uri, boundary);
  if ('reason' in result) return result.reason;
  return openDocument(uri, result.text, detectRoot(result.text) === 'model' ? 'model' : 'spec');
}

/** The text of a file that a model names, or why there is none. */
export function textOrReason(uri: string, boundary: Boundary): ReadResult {
  const result = readInside(uri, boundary);
  return 'text' in result ? result : { reason: hidden(uri, result.reason, boundary) };
}

/** Whether something lies outside is nothing that a file inside may ask for. */
function hidden(uri: string, reason: string, boundary: Boundary): string {
  return reason === ABSENT && !boundary.holds(pathOf(uri) ?? '') ? OUTSIDE : reason;
}

function readInside(uri: string, boundary: Boundary): ReadResult {
  const path = pathOf(uri);
  if (path === null) return { reason: NO_FILE };
  const resolved = boundary.resolve(path);
  if (resolved === 'absent') return { reason: ABSENT };
  if (resolved === 'unreadable') return { reason: 'may not be read' };
  return resolved === 'outside' ? { reason: OUTSIDE } : readText(resolved.real);
}

/** The path of a `file:` uri; null for any other, and for one that names no path here. */
export function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
