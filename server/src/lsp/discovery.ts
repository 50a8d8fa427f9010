import { missingFiles, scanning } from '../core';
import type { Context } from './context';
import { loadEvidence } from './evidence';
import type { Session } from './session';
import { canonical, isYamlOrJson } from './uris';

/** Looks through the workspace's folders for specifications and models, in slices. */
export async function discover(context: Context, folders: readonly string[]): Promise<void> {
  const { session, files, background } = context;
  for (const folder of folders) {
    for await (const found of files.find(folder)) {
      if (background.stopped) return;
      const uri = found && canonical(found.uri);
      if (uri && found.text && !session.horizon.get(uri)) {
        await background.pause('long step');
        await load(context, [{ uri, text: found.text }], false);
      }
      await background.pause();
    }
  }
  await loadMissing(context);
}

/** Looks through folders again when what is left out has changed: new files come, and those that are left out now go. */
export async function searchAgain(context: Context, folders: readonly string[]): Promise<void> {
  await discover(context, folders);
  const { session, files } = context;
  for (const uri of session.workspace.documents.keys()) {
    if (!session.open.has(uri) && files.ignores(uri, folders)) session.remove(uri);
  }
  // What something refers to is read wherever it lies.
  await loadMissing(context);
}

/** Loads what the known files refer to, wave by wave, until nothing new is named; then all that was loaded counts. */
export async function loadMissing(context: Context): Promise<void> {
  const { session, background } = context;
  for (;;) {
    const named = [...missingFiles(session.horizon), ...session.neighbourModels()];
    const missing = named.filter((uri) => !session.unreadable.has(uri));
    if (background.stopped) return;
    if (missing.length === 0) break;
    for (const batch of batches(missing, 50)) {
      await loadTargets(context, batch);
      await background.pause();
    }
  }
  if (session.horizon !== session.workspace) {
    await background.through(session.judging());
    session.takeIn();
  }
  await loadEvidence(context);
}

async function load({ session, background }: Context, ...what: Parameters<Session['load']>): Promise<void> {
  for (const document of session.load(...what)) await background.through(scanning(document));
}

async function loadTargets(context: Context, uris: readonly string[]): Promise<void> {
  const { session, files } = context;
  const targets = uris.filter((uri) => !session.adopt(uri));
  const texts = await files.read(targets, session.readable());
  const read = targets.flatMap((uri, index) => {
    const text = texts[index] ?? null;
    return text === null ? [] : [{ uri, text }];
  });
  await load(context, read, true);
  // What loading did not bring in must not be asked for again at once.
  const folders = session.readable();
  const unread = targets.filter((uri) => !session.horizon.get(uri));
  session.noteUnread(unread.map((uri) => [uri, files.whyUnread(uri, folders)]));
}

/** Takes notice of files that were created, changed or deleted outside the editor. */
export async function refreshFiles(context: Context, uris: readonly string[]): Promise<void> {
  const { session, files, background } = context;
  session.unreadable.clear();
  session.forgetEvidence(new Set(uris));
  const wanted = uris.filter(
    (uri) =>
      !session.open.has(uri) &&
      (session.workspace.get(uri) || (isYamlOrJson(uri) && !files.ignores(uri, session.folders))),
  );
  for (const batch of batches(wanted, 50)) {
    const texts = await files.read(batch, session.readable());
    for (const [index, uri] of batch.entries()) {
      const text = texts[index] ?? null;
      files.unread.delete(uri);
      if (text === null) session.remove(uri);
      else await load(context, [{ uri, text }], session.workspace.get(uri) !== undefined);
    }
    await background.pause();
  }
  await loadMissing(context);
}

function* batches<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
