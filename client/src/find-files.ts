import { CancellationTokenSource, FileType, type RelativePattern, Uri, workspace } from 'vscode';

const PATIENCE = 2000;
/** Schemes whose search has not answered: they are not asked again. */
const silent = new Set<string>();
const MAX_FOLDERS = 5000;

export interface FoundFiles {
  readonly uris: readonly Uri[];
  /** There are more folders than were walked through. */
  readonly unfinished: boolean;
}

/** Files of a pattern without `node_modules`. A scheme without a search provider never answers: there we walk. */
export async function findFiles(pattern: RelativePattern, limit?: number): Promise<FoundFiles> {
  const { scheme } = pattern.baseUri;
  if (silent.has(scheme)) return walk(pattern.baseUri);
  const giveUp = new CancellationTokenSource();
  const search = workspace.findFiles(pattern, '**/{node_modules,.git}/**', limit, giveUp.token);
  if (scheme === 'file') return { uris: await search, unfinished: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE);
  });
  const found = await Promise.race([search, timeout]);
  clearTimeout(timer);
  if (!found) {
    silent.add(scheme);
    giveUp.cancel();
  }
  return found && found.length > 0 ? { uris: found, unfinished: false } : walk(pattern.baseUri);
}

async function walk(folder: Uri): Promise<FoundFiles> {
  const found: Uri[] = [];
  const waiting = [folder];
  for (let visited = 0; waiting.length > 0 && visited < MAX_FOLDERS; visited += 1) {
    const next = waiting.pop();
    if (next) await visit(next, found, waiting);
  }
  return { uris: found, unfinished: waiting.length > 0 };
}

async function visit(folder: Uri, found: Uri[], waiting: Uri[]): Promise<void> {
  for (const [name, type] of await entries(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory && name !== 'node_modules' && name !== '.git') waiting.push(uri);
    else if (type === FileType.File && /(?:\.ya?ml|\.json|^\.gitignore)$/.test(name)) found.push(uri);
  }
}

async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
