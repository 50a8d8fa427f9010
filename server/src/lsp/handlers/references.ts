import { referencesFor } from '../../core';
import type { Registration } from '../context';
import { canonical } from '../uris';
import { givenAll } from './request';

export const registerReferences: Registration = (context) => {
  const { connection, session } = context;
  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
    givenAll(context, token, () => {
      const uri = canonical(textDocument.uri);
      if (!session.workspace.get(uri)) return null;
      const found = referencesFor(session.workspace, session.analysis(), uri, position, includeDeclaration);
      return found.map((place) => ({ uri: session.clientUri(place.uri), range: place.range }));
    }),
  );
};
