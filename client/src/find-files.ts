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

type IsWanted = (name: string) => boolean;

const isOurs: IsWanted = (name) => /(?:\.ya?ml|\.json|^\.gitignore)$/.test(name);

/**
 * Files of a pattern without `node_modules`. A scheme without a search provider never answers: there we walk, and take the files
 * of these names.
 */
export async function findFiles(
  pattern: RelativePattern,
  limit?: number,
  isWanted: IsWanted = isOurs,
): Promise<FoundFiles> {
  const { scheme } = pattern.baseUri;
  if (silent.has(scheme)) return walk(pattern.baseUri, isWanted);
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
  return found && found.length > 0 ? { uris: found, unfinished: false } : walk(pattern.baseUri, isWanted);
}

async function walk(folder: Uri, isWanted: IsWanted): Promise<FoundFiles> {
  const found: Uri[] = [];
  const waiting = [folder];
  for (let visited = 0; waiting.length > 0 && visited < MAX_FOLDERS; visited += 1) {
    const next = waiting.pop();
    if (next) for (const [uri, name] of await visit(next, waiting)) if (isWanted(name)) found.push(uri);
  }
  return { uris: found, unfinished: waiting.length > 0 };
}

/** The files of a folder with their names; its folders wait. */
async function visit(folder: Uri, waiting: Uri[]): Promise<[Uri, string][]> {
  const found: [Uri, string][] = [];
  for (const [name, type] of await entries(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory && name !== 'node_modules' && name !== '.git') waiting.push(uri);
    else if (type === FileType.File) found.push([uri, name]);
  }
  return found;
}

async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
