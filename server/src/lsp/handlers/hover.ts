import { hoverFor } from '../../core';
import type { Registration } from '../context';
import { plainText } from '../plain-text';
import { canonical } from '../uris';
import { given } from './request';

export const registerHover: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onHover(({ textDocument, position }, token) =>
    given(context, token, () => {
      const uri = canonical(textDocument.uri);
      if (!session.workspace.get(uri)) return null;
      const hover = hoverFor(session.workspace, session.analysis(), uri, position);
      if (!hover) return null;
      const { markdown, range } = hover;
      return {
        range,
        contents: abilities.markdown
          ? { kind: 'markdown', value: markdown }
          : { kind: 'plaintext', value: plainText(markdown) },
      };
    }),
  );
};
