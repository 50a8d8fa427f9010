import { type CancellationToken, type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { isModel, type SpecLensMode, specLensPlaces } from '../../core';
import { LENS_PLACES, type LensPlaces, type LensSubject, SPEC_LENS, type SpecLensParams } from '../../protocol';
import { isSpecLensMode } from '../abilities';
import type { Context, Registration } from '../context';
import { type LensData, modelLensesOf, specLensesOf, textOfLens } from '../lenses';
import { canonical } from '../uris';
import { given, givenAll } from './request';

/** A lens as it was last shown, for the version of its document. */
interface Shown {
  readonly data: LensData;
  readonly title: string;
  readonly version: number | undefined;
}

/** How many lenses a document was last told to have, for its version. */
interface Listed {
  readonly count: number;
  readonly version: number | undefined;
}

/** Lines above the entries of a model that say what they cover, and above a description and its operations what is open. */
export const registerCodeLens: Registration = (context) => {
  const { connection, session } = context;
  const shown = new Map<string, Shown>();
  const listed = new Map<string, Listed>();
  let mode: SpecLensMode = context.abilities.own.specLens ?? 'summary';
  connection.onCodeLens(({ textDocument }, token) =>
    given(context, token, () => {
      const uri = canonical(textDocument.uri);
      for (const [key, one] of shown) if (one.data.uri === uri) shown.delete(key);
      const lenses = lensesIn(context, uri, mode);
      listed.set(uri, { count: lenses?.length ?? 0, version: session.open.get(uri)?.version });
      return lenses;
    }),
  );
  connection.onCodeLensResolve((lens, token) =>
    givenAll(context, token, () => {
      const data = lens.data as LensData;
      const command = textOfLens(context, lens.range, data);
      if (command === null) return lens;
      const version = session.open.get(data.uri)?.version;
      shown.set(JSON.stringify(data), { data, title: command.title, version });
      return { ...lens, command };
    }),
  );
  connection.onNotification(SPEC_LENS, (params: SpecLensParams) => {
    if (!isSpecLensMode(params.mode) || params.mode === mode) return;
    mode = params.mode;
    refresh(context);
  });
  connection.onRequest(LENS_PLACES, (subject: LensSubject, token: CancellationToken) =>
    given(context, token, () => placesOf(context, subject)),
  );
  context.onSettled.push(() => {
    if (!isStale(context, shown) && !isAnother(context, listed, mode)) return;
    shown.clear();
    listed.clear();
    refresh(context);
  });
};

function lensesIn(context: Context, uri: string, mode: SpecLensMode): CodeLens[] | null {
  const document = context.session.workspace.get(uri);
  if (document === undefined) return null;
  return isModel(document) ? modelLensesOf(document) : specLensesOf(context, uri, mode);
}

function placesOf({ session }: Context, { uri, subject }: LensSubject): LensPlaces {
  const places = specLensPlaces(session.workspace, session.analysis(), canonical(uri), subject, session.hidden);
  return places.map((place) => ({ uri: session.clientUri(place.uri), range: place.range }));
}

/** What is edited elsewhere may change what a lens says; of a document that was edited itself the client asks anyway. */
function isStale(context: Context, shown: ReadonlyMap<string, Shown>): boolean {
  return [...shown.values()].some(({ data, title, version }) => {
    if (context.session.open.get(data.uri)?.version !== version) return false;
    return (textOfLens(context, TOP, data)?.title ?? title) !== title;
  });
}

/** Whether a document has come to have more or fewer without an edit: its operations belong to an API now, or questions are hidden. */
function isAnother(context: Context, listed: Map<string, Listed>, mode: SpecLensMode): boolean {
  const { open } = context.session;
  for (const uri of listed.keys()) if (!open.has(uri)) listed.delete(uri);
  return [...listed].some(
    ([uri, { count, version }]) =>
      open.get(uri)?.version === version && (lensesIn(context, uri, mode)?.length ?? 0) !== count,
  );
}

/** What the text says does not depend on where the lens stands. */
const TOP: CodeLens['range'] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Nobody waits for the answer: a client that refuses asks with its next edit. */
function refresh({ abilities, connection }: Context): void {
  if (abilities.lensRefresh) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}
