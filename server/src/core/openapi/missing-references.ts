import { resolveUri, type SourceDocument } from '../text';
import { isRemote, parseReference } from './references';
import { scanBlock } from './scan';
import type { DocumentSource } from './session';
import { addressOf } from './written-references';

/** Over links in a circle a file is reached by names that only grow; nobody nests folders as deep. */
const MAX_SEGMENTS = 100;
const memo = new WeakMap<SourceDocument, readonly string[]>();

/**
 * The URIs of `$ref` target files, reached from `uri` through every file that is loaded, which are not loaded themselves.
 * Load them and ask again until nothing is missing; addresses on the network are never named.
 */
export function missingReferences(workspace: DocumentSource, uri: string): readonly string[] {
  const missing: string[] = [];
  for (const [at, document] of reachedFrom(workspace, uri)) if (document === undefined) missing.push(at);
  return missing;
}

/** The files that references lead to from `uri`, itself first; those that are not loaded without a document. */
export function* reachedFrom(
  workspace: DocumentSource,
  uri: string,
): Generator<readonly [uri: string, document: SourceDocument | undefined]> {
  const reached = new Set([uri]);
  for (const at of reached) {
    const document = workspace.get(at);
    yield [at, document];
    if (document !== undefined) for (const target of targetsOf(document)) reached.add(target);
  }
}

function targetsOf(document: SourceDocument): readonly string[] {
  let targets = memo.get(document);
  if (targets === undefined) {
    const files = new Set<string>();
    for (const block of document.blocks) {
      const { leaves, references } = scanBlock(block);
      if (leaves) for (const one of references) addFile(files, addressOf(one));
    }
    targets = [...files]
      .map((file) => resolveUri(document.uri, file))
      .filter((target) => !isRemote(target) && target.split('/', MAX_SEGMENTS).length < MAX_SEGMENTS);
    memo.set(document, targets);
  }
  return targets;
}

function addFile(files: Set<string>, ref: string | null): void {
  if (ref === null || ref.startsWith('#')) return;
  const { file } = parseReference(ref);
  if (file !== '' && !isRemote(file)) files.add(file);
}
