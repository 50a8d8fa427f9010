import { detectRoot, missingFiles } from '../core';
import type { Context } from './context';
import { canonical, isYamlOrJson } from './uris';

/** Looks through the workspace's folders for specifications and models, in slices. */
export async function discover(context: Context, folders: readonly string[]): Promise<void> {
  const { session, files, background } = context;
  for (const folder of folders) {
    for await (const found of files.find(folder)) {
      if (background.stopped) return;
      if (found?.text && detectRoot(found.text) !== null) {
        await background.pause('long step');
        session.load([{ uri: canonical(found.uri), text: found.text }], false);
      }
      await background.pause();
    }
  }
  await loadMissing(context);
}

/** Loads what the known files refer to, wave by wave, until nothing new is named. */
export async function loadMissing(context: Context): Promise<void> {
  const { session, background } = context;
  for (;;) {
    const named = [...missingFiles(session.workspace), ...session.neighbourModels()];
    const missing = named.filter((uri) => !session.unreadable.has(uri));
    if (missing.length === 0 || background.stopped) return;
    for (const batch of batches(missing, 50)) {
      await loadTargets(context, batch);
      await background.pause();
    }
  }
}

async function loadTargets({ session, files }: Context, uris: readonly string[]): Promise<void> {
  const targets = uris.filter((uri) => !session.adopt(uri));
  const texts = await files.read(targets, session.readable());
  const read = targets.flatMap((uri, index) => {
    const text = texts[index] ?? null;
    return text === null ? [] : [{ uri, text }];
  });
  session.load(read, true);
  // What loading did not bring in must not be asked for again at once.
  for (const uri of targets) if (!session.workspace.get(uri)) session.unreadable.add(uri);
}

/** Takes notice of files that were created, changed or deleted outside the editor. */
export async function refreshFiles(context: Context, uris: readonly string[]): Promise<void> {
  const { session, files, background } = context;
  session.unreadable.clear();
  const wanted = uris.filter(
    (uri) =>
      !session.open.has(uri) &&
      (session.workspace.get(uri) || (isYamlOrJson(uri) && !files.ignores(uri, session.folders))),
  );
  for (const batch of batches(wanted, 50)) {
    const texts = await files.read(batch, session.readable());
    batch.forEach((uri, index) => {
      const text = texts[index] ?? null;
      if (text === null) session.remove(uri);
      else session.load([{ uri, text }], session.workspace.get(uri) !== undefined);
    });
    await background.pause();
  }
  await loadMissing(context);
}

function* batches<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
