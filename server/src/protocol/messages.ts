/** Positions and ranges as LSP has them: from 0, UTF-16 characters. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

export interface WireTextEdit {
  readonly range: WireRange;
  readonly newText: string;
  /** `newText` as a snippet whose fields are tab stops; absent where nothing is to be filled in. */
  readonly snippet?: string;
}

/** The change of one file. */
export interface WireFileEdit {
  readonly uri: string;
  /** The version that the edits were made for, or null where the file is not open. */
  readonly version: number | null;
  /** What `digestOf` says of the text that the edits were made for; null where it is open or does not exist. */
  readonly digest: string | null;
  /** The file does not exist yet. */
  readonly create: boolean;
  readonly edits: readonly WireTextEdit[];
}

/** The argument of the command that applies a fix. */
export interface ApplyFix {
  readonly title: string;
  readonly edits: readonly WireFileEdit[];
  /** Where to put the cursor: the first field to fill in. The range is that of the text after the edit. */
  readonly cursor: WireLocation | null;
  /** It changes several files or many places: they are shown first. */
  readonly confirm?: true;
  /** What to think of before it is made. */
  readonly notice?: string;
  /** Why it cannot be made; there are no edits then. */
  readonly refused?: string;
}

/** The argument of the command that shows places: where the reader is, and what to show there. */
export interface ShowPlaces {
  readonly uri: string;
  readonly position: WirePosition;
  readonly places: readonly WireLocation[];
}

/** client -> server: the fixes of a finding, `FindingParams` -> `FindingFix[]`. */
export const FINDING_FIXES = 'stridewise/findingFixes';

export interface FindingParams {
  readonly finding: string;
  /** Answers for the operation of this name come first. */
  readonly operation?: string;
  /** With `operation`: no others. */
  readonly alone?: boolean;
}

export interface FindingFix extends ApplyFix {
  /** The strategy of the answer that it inserts; empty for other fixes. */
  readonly strategy: 'reduce' | 'transfer' | 'avoid' | 'accept' | '';
  readonly preferred: boolean;
}

/** A place in an open or closed file. */
export interface WirePlace {
  readonly uri: string;
  readonly position: WirePosition;
}

/** client -> server: what a finding means, or a rule on an operation, `ExplainParams` -> `Explanation | null`. */
export const EXPLAIN = 'stridewise/explain';

export interface ExplainParams {
  readonly finding?: string;
  /** With `finding`: what follows is about the operation of this name, one of those that it touches. */
  readonly operation?: string;
  /** A rule's id; with `at`, a place in the operation. */
  readonly rule?: string;
  readonly at?: WirePlace;
}

/** client -> server: the rules and what each says of the operation at a place, `WirePlace` -> `OperationRules | null`. */
export const OPERATION_RULES = 'stridewise/operationRules';

export interface OperationRules {
  /** `GET /orders/{id}`. */
  readonly operation: string;
  /** Those that find something come first. */
  readonly rules: readonly OperationRule[];
}

export interface OperationRule {
  readonly id: string;
  readonly title: string;
  readonly fired: boolean;
  /** What was found, or the first reason against it. */
  readonly verdict: string;
}

export interface Explanation {
  readonly title: string;
  /** The rule's id; empty for a threat that people wrote and for unanswered questions. */
  readonly rule: string;
  readonly markdown: string;
}

/** client -> server: first models for descriptions that no model names, `NewModelParams` -> `NewModels`. */
export const NEW_MODEL = 'stridewise/newModel';

export interface NewModelParams {
  /** Only for these descriptions; absent for all. */
  readonly uris?: readonly string[];
}

export interface NewModels {
  /** One for each folder that has such descriptions. */
  readonly models: readonly NewModel[];
  /** Those of the wanted descriptions that a model names, and the first that does. */
  readonly modelled: readonly { readonly spec: string; readonly model: string }[];
  /** Descriptions in the workspace. */
  readonly apis: number;
}

/** How to create the file. */
export interface NewModel extends ApplyFix {
  readonly uri: string;
  /** The descriptions that it names. */
  readonly specs: readonly string[];
}

/** server -> client: findings may have changed, with `Changed`. */
export const CHANGED = 'stridewise/changed';

export interface Changed {
  /** True until the workspace has been searched. */
  readonly searching: boolean;
  readonly apis: number;
  readonly models: number;
  /** Goals of the models. */
  readonly goals: number;
  /** Open findings, whatever their level. */
  readonly open: number;
  /** Open findings of level high, and critical. */
  readonly high: number;
  readonly critical: number;
  /** Findings that the editor's settings hide. */
  readonly hidden: number;
  /** Parts that were not checked. */
  readonly notChecked: number;
  /** Descriptions that no model names; the first thousand. */
  readonly bare: readonly string[];
}

/** client -> server: from now on findings of these rules are not shown, with `HideParams`; `unanswered` stands for the questions. */
export const HIDE = 'stridewise/hide';

export interface HideParams {
  readonly rules: readonly string[];
}

/** client -> server: what was not checked, `{}` -> `NotChecked[]`. */
export const NOT_CHECKED = 'stridewise/notChecked';

export interface NotChecked {
  readonly uri: string;
  readonly range: WireRange | null;
  readonly reason: string;
}

/** server -> client: files below a folder that may matter, `{ folder }` -> `{ uris }`. */
export const LIST_FILES = 'stridewise/listFiles';

export interface ListFilesParams {
  readonly folder: string;
  /** Files of every kind, for what may be evidence. */
  readonly all?: boolean;
}

export interface ListFilesResult {
  /** YAML and JSON files and every `.gitignore`; or files of every kind. */
  readonly uris: readonly string[];
  /** There are more folders than were looked through. */
  readonly unfinished?: boolean;
}

/** server -> client: texts of files, `{ uris }` -> `{ texts }`, null where a file cannot be read. */
export const READ_FILES = 'stridewise/readFiles';

export interface ReadFilesParams {
  readonly uris: readonly string[];
}

export interface ReadFilesResult {
  readonly texts: readonly (string | null)[];
}
