import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { type LensText, lensesOf, lensText, type ModelLens } from '../../core';
import type { ShowPlaces } from '../../protocol';
import type { Context, Registration } from '../context';
import { canonical } from '../uris';
import { modelAt } from './model-document';
import { given, givenAll } from './request';

interface LensData extends Pick<ModelLens, 'section' | 'entry'> {
  readonly uri: string;
}

/** A lens as it was last shown, for the version of its document. */
interface Shown {
  readonly data: LensData;
  readonly title: string;
  readonly version: number | undefined;
}

/** Lines above the entries of a model that say what they cover. */
export const registerCodeLens: Registration = (context) => {
  const { connection, session } = context;
  const shown = new Map<string, Shown>();
  connection.onCodeLens(({ textDocument }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return null;
      const uri = canonical(textDocument.uri);
      for (const [key, one] of shown) if (one.data.uri === uri) shown.delete(key);
      return lensesOf(document).map(({ range, section, entry }): CodeLens => {
        const data: LensData = { uri, section, entry };
        return { range, data };
      });
    }),
  );
  connection.onCodeLensResolve((lens, token) =>
    givenAll(context, token, () => {
      const data = lens.data as LensData;
      const text = textFor(context, data);
      if (text === null) return lens;
      const version = session.open.get(data.uri)?.version;
      shown.set(`${data.uri} ${data.section} ${data.entry}`, { data, title: text.title, version });
      return { ...lens, command: commandOf(context, lens, data, text) };
    }),
  );
  context.onSettled.push(() => refreshIfStale(context, shown));
};

function textFor({ session }: Context, data: LensData): LensText | null {
  return lensText(session.workspace, session.analysis(), data.uri, data);
}

function commandOf({ session, abilities }: Context, { range }: CodeLens, { uri }: LensData, text: LensText) {
  const { showPlacesCommand } = abilities.own;
  if (showPlacesCommand === undefined || text.places.length === 0) return { title: text.title, command: '' };
  const places: ShowPlaces = {
    uri: session.clientUri(uri),
    position: range.start,
    places: text.places.map((place) => ({ uri: session.clientUri(place.uri), range: place.range })),
  };
  return { title: text.title, command: showPlacesCommand, arguments: [places] };
}

/** What is edited elsewhere may change what a lens says; of a document that was edited itself the client asks anyway. */
function refreshIfStale(context: Context, shown: Map<string, Shown>): void {
  const { abilities, connection, session } = context;
  if (!abilities.lensRefresh) return;
  const isStale = [...shown.values()].some(
    ({ data, title, version }) =>
      session.open.get(data.uri)?.version === version && (textFor(context, data)?.title ?? title) !== title,
  );
  if (!isStale) return;
  shown.clear();
  // Nobody waits for the answer: a client that refuses asks with its next edit.
  connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}
