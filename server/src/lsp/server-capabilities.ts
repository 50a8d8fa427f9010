import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { editingCapabilities } from './editing-capabilities';
import { FIX_ALL, MOVE } from './to-protocol';

/** What we offer to this client: diagnostics by pull where it can, else by push and never both. */
export function serverCapabilities(abilities: Abilities): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: abilities.prepareRename ? { prepareProvider: true } : true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, MOVE, FIX_ALL] },
    signatureHelpProvider: { triggerCharacters: ['/', ' ', '>'] },
    completionProvider: { triggerCharacters: [...' /{[,.#"\'>'], resolveProvider: true },
    ...editingCapabilities(abilities),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(abilities.pull && {
      diagnosticProvider: { identifier: 'stridewise', interFileDependencies: true, workspaceDiagnostics: true },
    }),
  };
}
