import type { ServerCapabilities } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../core';
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
    documentHighlightProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      // An editor takes the tokens of one server alone: where models have a language of their own, other YAML is left to others.
      documentSelector: own.modelLanguage === undefined ? null : [{ language: own.modelLanguage }],
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
    ...(!isRegistered && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  };
}
