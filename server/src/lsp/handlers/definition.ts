import { definitionFor } from '../../core';
import type { Registration } from '../context';
import { canonical } from '../uris';
import { given } from './request';

export const registerDefinition: Registration = (context) => {
  const { connection, session } = context;
  connection.onDefinition(({ textDocument, position }, token) =>
    given(context, token, () => {
      const uri = canonical(textDocument.uri);
      if (!session.workspace.get(uri)) return null;
      return definitionFor(session.workspace, session.analysis(), uri, position).map((place) => ({
        uri: session.clientUri(place.uri),
        range: place.range,
      }));
    }),
  );
};
