import type { ServerCapabilities } from 'vscode-languageserver';
import type { Abilities } from './abilities';

/** What we offer for the text of models. */
export function editingCapabilities({ dynamicFormatting, own }: Abilities): ServerCapabilities {
  const isRegistered = dynamicFormatting && own.modelLanguage !== undefined;
  return {
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    ...(!isRegistered && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  };
}
