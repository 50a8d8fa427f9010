import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { documentSymbols, inert, type ModelSymbol, type SymbolWord, workspaceSymbols } from '../../core';
import type { Registration } from '../context';
import { modelAt } from './model-document';
import { given, givenAll } from './request';

const KINDS: Readonly<Record<SymbolWord, SymbolKind>> = {
  boolean: SymbolKind.Boolean,
  class: SymbolKind.Class,
  constant: SymbolKind.Constant,
  event: SymbolKind.Event,
  function: SymbolKind.Function,
  interface: SymbolKind.Interface,
  key: SymbolKind.Key,
  method: SymbolKind.Method,
  module: SymbolKind.Module,
  namespace: SymbolKind.Namespace,
  null: SymbolKind.Null,
  operator: SymbolKind.Operator,
  package: SymbolKind.Package,
  property: SymbolKind.Property,
  struct: SymbolKind.Struct,
};

/** The outline of a model, and what the workspace's models and descriptions name. */
export const registerSymbols: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onDocumentSymbol(({ textDocument }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return null;
      const symbols = documentSymbols(document);
      return abilities.nestedSymbols
        ? symbols.map(toTree)
        : symbols.flatMap((one) => toList(one, textDocument.uri, ''));
    }),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    givenAll(context, token, () =>
      workspaceSymbols(session.workspace, session.analysis(), query).map(
        ({ name, container, kind, location }): SymbolInformation => ({
          name: inert(name),
          containerName: inert(container),
          kind: KINDS[kind],
          location: { uri: session.clientUri(location.uri), range: location.range },
        }),
      ),
    ),
  );
};

function toTree({ name, detail, kind, range, selectionRange, children }: ModelSymbol): DocumentSymbol {
  const shown = { name: inert(name), detail: inert(detail), kind: KINDS[kind] };
  return { ...shown, range, selectionRange, children: children.map(toTree) };
}

function toList({ name, kind, range, children }: ModelSymbol, uri: string, containerName: string): SymbolInformation[] {
  const own = { name: inert(name), kind: KINDS[kind], containerName, location: { uri, range } };
  return [own, ...children.flatMap((child) => toList(child, uri, own.name))];
}
