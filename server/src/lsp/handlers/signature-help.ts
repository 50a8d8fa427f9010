import { signatureFor } from '../../core';
import type { Registration } from '../context';
import { plainText } from '../plain-text';
import { canonical } from '../uris';
import { given } from './request';

/** What the statement, flow or vector at the cursor consists of. */
export const registerSignatureHelp: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onSignatureHelp(({ textDocument, position }, token) =>
    given(context, token, () => {
      const document = session.workspace.get(canonical(textDocument.uri));
      const signature = document?.kind === 'model' ? signatureFor(document, position) : null;
      if (signature === null) return null;
      const { label, parameters, active } = signature;
      const doc = (value: string) => {
        return abilities.signatureMarkdown ? ({ kind: 'markdown', value } as const) : plainText(value);
      };
      const shown = parameters.map(({ start, end, doc: value }) => ({
        label: [start, end] as [number, number],
        documentation: doc(value),
      }));
      return { signatures: [{ label, parameters: shown }], activeSignature: 0, activeParameter: active };
    }),
  );
};
