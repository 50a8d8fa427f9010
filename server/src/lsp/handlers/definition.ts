import type { Location, TextDocumentPositionParams } from 'vscode-languageserver';
import { definitionFor } from '../../core';
import type { Context, Registration } from '../context';
import { canonical } from '../uris';
import { given, givenAll } from './request';

export const registerDefinition: Registration = (context) => {
  context.connection.onDefinition(async (params, token) => {
    const answer = () => placesOf(context, params);
    const found = await given(context, token, answer);
    // Nothing may only mean that the files of the workspace are not read yet.
    return Array.isArray(found) && found.length === 0 ? givenAll(context, token, answer) : found;
  });
};

function placesOf({ session }: Context, { textDocument, position }: TextDocumentPositionParams): Location[] | null {
  const uri = canonical(textDocument.uri);
  if (!session.workspace.get(uri)) return null;
  return definitionFor(session.workspace, session.analysis(), uri, position).map((place) => ({
    uri: session.clientUri(place.uri),
    range: place.range,
  }));
}
