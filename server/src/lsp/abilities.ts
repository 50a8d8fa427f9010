import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions, SpecLensMode } from '../protocol';

/** What the client can do, read once from its `initialize` request. */
export interface Abilities {
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly watch: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly folders: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** Edits may say what they are for, and be shown before they are made. */
  readonly annotations: boolean;
  /** Edits of files may be snippets. */
  readonly snippets: boolean;
  readonly literalActions: boolean;
  /** Shows why an action cannot be taken; else such an action is left out. */
  readonly disabledActions: boolean;
  readonly related: boolean;
  readonly codeLinks: boolean;
  readonly deprecatedTag: boolean;
  /** Hovers may be Markdown. */
  readonly markdown: boolean;
  /** What a signature's parts mean may be Markdown. */
  readonly signatureMarkdown: boolean;
  readonly linkSupport: boolean;
  /** Outlines may have levels. */
  readonly nestedSymbols: boolean;
  readonly linkTooltips: boolean;
  /** Asks for code lenses again when it is told to. */
  readonly lensRefresh: boolean;
  /** The same of inlay hints. */
  readonly hintRefresh: boolean;
  /** Formatting can be registered for one language. */
  readonly dynamicFormatting: boolean;
  readonly prepareRename: boolean;
  readonly completion: CompletionAbilities;
  readonly own: InitializationOptions;
}

/** What a client can do with an item of completion. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  /** Lines can be inserted as they are; else the client indents them as the first. */
  readonly asIs: boolean;
  /** Shows a second text beside the label. */
  readonly details: boolean;
  readonly markdown: boolean;
}

export function readAbilities(params: InitializeParams): Abilities {
  const { textDocument, workspace }: ClientCapabilities = params.capabilities;
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const tags = textDocument?.publishDiagnostics?.tagSupport?.valueSet ?? textDocument?.diagnostic?.tagSupport?.valueSet;
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    related: (diagnostics?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    codeLinks:
      (diagnostics?.codeDescriptionSupport ?? textDocument?.publishDiagnostics?.codeDescriptionSupport) === true,
    deprecatedTag: tags?.includes(2) === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    signatureMarkdown: readSignatureMarkdown(params.capabilities),
    linkSupport: textDocument?.definition?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    hintRefresh: workspace?.inlayHint?.refreshSupport === true,
    dynamicFormatting: textDocument?.formatting?.dynamicRegistration === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    completion: readCompletion(params.capabilities),
    own: readOptions(params.initializationOptions),
  };
}

function readCompletion({ textDocument }: ClientCapabilities): CompletionAbilities {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    asIs: item?.insertTextModeSupport?.valueSet.includes(AS_IS) === true,
    details: item?.labelDetailsSupport === true,
    markdown: item?.documentationFormat?.includes('markdown') === true,
  };
}

function readSignatureMarkdown({ textDocument }: ClientCapabilities): boolean {
  const formats = textDocument?.signatureHelp?.signatureInformation?.documentationFormat;
  return formats?.includes('markdown') === true;
}

/** LSP's `InsertTextMode.asIs`. */
const AS_IS = 1;

/** Options that are texts. */
const TEXTS = [
  'applyFixCommand',
  'explainCommand',
  'explainRuleCommand',
  'answerCommand',
  'rulePage',
  'showPlacesCommand',
  'showFindingsCommand',
  'overviewCommand',
  'modelLanguage',
] as const satisfies readonly (keyof InitializationOptions)[];

function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const options = value as Record<string, unknown>;
  return {
    ...Object.fromEntries(TEXTS.flatMap((name) => (typeof options[name] === 'string' ? [[name, options[name]]] : []))),
    ...(isSpecLensMode(options.specLens) && { specLens: options.specLens }),
    clientFiles: options.clientFiles === true,
    changes: options.changes === true,
    hide: Array.isArray(options.hide) ? options.hide.filter((rule) => typeof rule === 'string') : [],
  };
}

export function isSpecLensMode(value: unknown): value is SpecLensMode {
  return value === 'off' || value === 'summary' || value === 'full';
}
