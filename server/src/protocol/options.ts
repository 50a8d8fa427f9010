import type { SpecLensMode } from './standing';

/**
 * What our own editor extension tells the server at its start. Every field may be absent: an editor that knows nothing of
 * them gets the plain protocol.
 */
export interface InitializationOptions {
  /** The command that applies a fix, shows the file and puts the cursor into its first field; takes one `ApplyFix`. */
  readonly applyFixCommand?: string;
  /** A link to the page of a rule, in which `{rule}` stands for the rule's id. Without it links lead to CWE and OWASP. */
  readonly rulePage?: string;
  /**
   * The command that explains a finding; takes an object with its key as `finding`. A client that has it shows diagnostics
   * beside hovers, which then do not repeat them.
   */
  readonly explainCommand?: string;
  /** The command that lets a person choose a rule to be explained on an operation; takes one `WirePlace`. */
  readonly explainRuleCommand?: string;
  /** The command that lets a person answer a finding; takes an object with its key as `finding`, and an `operation` that comes first. */
  readonly answerCommand?: string;
  /** The command that shows places beside a line; takes one `ShowPlaces`. Without it code lenses lead nowhere. */
  readonly showPlacesCommand?: string;
  /** The command that shows what a lens of a description counts; takes one `LensSubject`. */
  readonly showFindingsCommand?: string;
  /** The command that opens the risk overview; takes nothing. */
  readonly overviewCommand?: string;
  /** The lenses of descriptions, until `specLens` names others; a summary by default. */
  readonly specLens?: SpecLensMode;
  /** The language under which the client opens threat models: formatting is registered for it alone. */
  readonly modelLanguage?: string;
  /** The client answers `listFiles` and `readFiles`. */
  readonly clientFiles?: boolean;
  /** Ids of rules whose findings are not shown, until `hide` names others. */
  readonly hide?: readonly string[];
  /** The client wants `changed` notifications. */
  readonly changes?: boolean;
}

/** Schemes that show another state of a file, or no file at all: nothing in them is analysed. */
export const VIRTUAL_SCHEMES: readonly string[] = [
  'git',
  'gitfs',
  'git-index',
  'review',
  'pr',
  'output',
  'stridewise',
  'debug',
  'vscode-scm',
  'scm-history-item',
  'vscode-local-history',
  'chat-editing-text-model',
  'chat-editing-snapshot-text-model',
  'vscode-chat-code-block',
  'vscode-terminal',
  'vscode-settings',
  'vscode-interactive-input',
  'walkThrough',
  'walkThroughSnippet',
  'comment',
  'search-editor',
  'conflictResolution',
];
