import type { CancellationToken, CompletionItem, Position, TextDocumentIdentifier } from 'vscode-languageserver';
import {
  type CompletionList,
  completionsBeside,
  completionsFor,
  explainItem,
  type SourceDocument,
  type SourceInput,
  wantsFiles,
} from '../../core';
import { type ItemData, itemToProtocol } from '../completion-to-protocol';
import type { Context, Registration } from '../context';
import { plainText } from '../plain-text';
import { canonical } from '../uris';
import { modelAt } from './model-document';
import { given } from './request';

/** What may be written in a model, half-typed or not begun yet; what an item means comes when it is looked at. */
export const registerCompletion: Registration = (context) => {
  const { connection, session, host, abilities } = context;
  connection.onCompletion(async ({ textDocument, position }, token) => {
    const files = await filesFor(context, textDocument, position, token);
    return given(context, token, () => {
      const uri = canonical(textDocument.uri);
      const known = { workspace: session.workspace, analysis: session.analysis(), uri, today: host.today() };
      const list = listAt(context, textDocument, position, files === null ? known : { ...known, files });
      if (list === null) return null;
      const { items, incomplete } = list;
      const shown = items.map((item, index) => itemToProtocol(item, index, uri, abilities));
      return { items: shown, isIncomplete: incomplete };
    });
  });
  connection.onCompletionResolve((item) => ({ ...item, ...explained(context, item) }));
};

/** What may stand in a model, or among the answers of a description. */
function listAt(
  context: Context,
  textDocument: TextDocumentIdentifier,
  position: Position,
  input: SourceInput,
): CompletionList | null {
  const model = modelAt(context, textDocument) ?? coming(context, input.uri);
  if (model !== null) return completionsFor(model, position, input);
  const description = input.workspace.get(input.uri);
  return description === undefined ? null : completionsBeside(description, position, input);
}

/** The files of the workspace where any of them may stand; null where none is asked for, or nobody can list them. */
async function filesFor(
  context: Context,
  textDocument: TextDocumentIdentifier,
  position: Position,
  token: CancellationToken,
): Promise<readonly string[] | null> {
  const document = modelAt(context, textDocument);
  if (document === null || !wantsFiles(document, position)) return null;
  const found = await context.files.listAll(context.session.folders, token);
  return found.length === 0 ? null : found.map(canonical);
}

/** A file that is called like a model and has no root key yet: it is going to be one. */
function coming({ session }: Context, uri: string): SourceDocument | null {
  const isNamedSo = session.workspace.get(uri) === undefined && /\.threats\.ya?ml$/i.test(uri);
  return isNamedSo ? (session.open.get(uri)?.document ?? null) : null;
}

function explained({ session, host, abilities }: Context, item: CompletionItem): Pick<CompletionItem, 'documentation'> {
  const data = item.data as Partial<ItemData> | undefined;
  if (data?.uri === undefined || data.about === undefined) return {};
  const options = { today: host.today(), hidden: session.hidden };
  const value = explainItem(session.workspace, session.analysis(), data.uri, data.about, options);
  if (value === '') return {};
  return { documentation: abilities.completion.markdown ? { kind: 'markdown', value } : plainText(value) };
}
