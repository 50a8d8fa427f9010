export { completionsFor, wantsFiles } from './complete';
export type { About, CompletionItem, CompletionList, ItemKind } from './item';
export type { SourceInput } from './source';
