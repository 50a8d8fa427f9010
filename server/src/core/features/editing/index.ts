/** What an editor does for the text of a model. */
export { formatDocument } from '../formatting/format-document';
export { type FoldingRange, foldingRanges } from './folding';
export { documentHighlights, type Highlight } from './highlights';
export { type InlayHint, inlayHints } from './hints';
export { type LensText, lensesOf, lensText, type ModelLens } from './lens';
export type { LensSection } from './lens-entry';
export { type DocumentLink, documentLinks, lineOfText } from './links';
export { isModel } from './outline';
export { selectionRanges } from './selection';
export { documentSymbols, type ModelSymbol, type SymbolWord } from './symbols';
export { type SemanticToken, semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from './tokens';
export { MOST_SYMBOLS, type WorkspaceSymbolFound, workspaceSymbols } from './workspace-symbols';
