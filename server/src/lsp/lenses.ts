import type { CodeLens, Command } from 'vscode-languageserver';
import {
  lensesOf,
  lensText,
  type ModelLens,
  type SourceDocument,
  type SpecLensMode,
  type SpecSubject,
  specLenses,
  specLensTitle,
} from '../core';
import type { LensSubject, ShowPlaces } from '../protocol';
import type { Context } from './context';

/** What a lens is about: an entry of a model, or something of a description; the overview is no part of either. */
export type LensData = { readonly uri: string } & (
  | Pick<ModelLens, 'section' | 'entry'>
  | { readonly subject: SpecSubject | 'overview' }
);

export function modelLensesOf(document: SourceDocument): CodeLens[] {
  return lensesOf(document).map(({ range, section, entry }) => {
    const data: LensData = { uri: document.uri, section, entry };
    return { range, data };
  });
}

/** With one that opens the overview behind the summary, where the client has it. */
export function specLensesOf({ session, abilities }: Context, uri: string, mode: SpecLensMode): CodeLens[] {
  const lenses = specLenses(session.workspace, session.analysis(), uri, mode, session.hidden).map(
    ({ range, subject }): CodeLens => {
      const data: LensData = { uri, subject };
      return { range, data };
    },
  );
  const last = lenses.findLastIndex(({ data }) => typeof (data as { subject: unknown }).subject === 'string');
  const summary = lenses[last];
  if (summary === undefined || abilities.own.overviewCommand === undefined) return lenses;
  const data: LensData = { uri, subject: 'overview' };
  return lenses.toSpliced(last + 1, 0, { range: summary.range, data });
}

/** What a lens says now, and what a click does; null where its subject is gone. */
export function textOfLens(context: Context, range: CodeLens['range'], data: LensData): Command | null {
  return 'section' in data ? textOfModelLens(context, range, data) : textOfSpecLens(context, range, data);
}

function textOfModelLens(
  { session, abilities }: Context,
  { start }: CodeLens['range'],
  data: Extract<LensData, { readonly section: unknown }>,
): Command | null {
  const text = lensText(session.workspace, session.analysis(), data.uri, data);
  if (text === null) return null;
  const { showPlacesCommand } = abilities.own;
  if (showPlacesCommand === undefined || text.places.length === 0) return { title: text.title, command: '' };
  const places: ShowPlaces = {
    uri: session.clientUri(data.uri),
    position: start,
    places: text.places.map((place) => ({ uri: session.clientUri(place.uri), range: place.range })),
  };
  return { title: text.title, command: showPlacesCommand, arguments: [places] };
}

function textOfSpecLens(
  { session, abilities }: Context,
  { start }: CodeLens['range'],
  { uri, subject }: Extract<LensData, { readonly subject: unknown }>,
): Command | null {
  const { overviewCommand = '', showFindingsCommand = '' } = abilities.own;
  if (subject === 'overview') return { title: 'Risk overview', command: overviewCommand };
  const title = specLensTitle(session.analysis(), uri, subject, session.hidden);
  if (title === null) return null;
  const shown: LensSubject = { uri: session.clientUri(uri), position: start, subject };
  return { title, command: showFindingsCommand, ...(showFindingsCommand !== '' && { arguments: [shown] }) };
}
