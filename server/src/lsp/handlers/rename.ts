import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { prepareRename, renameFor } from '../../core';
import type { Registration } from '../context';
import { editsToProtocol } from '../to-protocol';
import { canonical } from '../uris';
import { givenAll } from './request';

export const registerRename: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onPrepareRename(({ textDocument, position }, token) =>
    givenAll(context, token, () => {
      const uri = canonical(textDocument.uri);
      if (!session.workspace.get(uri)) return null;
      const found = prepareRename(session.workspace, session.analysis(), uri, position);
      return 'refused' in found ? refusal(found.refused) : found;
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    givenAll(context, token, () => {
      const uri = canonical(textDocument.uri);
      if (!session.workspace.get(uri)) return null;
      const edits = renameFor(session.workspace, session.analysis(), uri, position, newName);
      return 'refused' in edits ? refusal(edits.refused) : editsToProtocol(edits, session, abilities);
    }),
  );
};

/** Clients show the message beside the name. */
function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
