export type { AnswerPlace, PlaceOf } from './answer-stub';
export { applyEdits } from './apply-edits';
export { completionsBeside } from './beside/completion-beside';
export { type InsertedBeside, insertBeside } from './beside/insert-beside';
export { moveFixes } from './beside/move/move-fixes';
export {
  type About,
  type CompletionItem,
  type CompletionList,
  completionsFor,
  type ItemKind,
  type SourceInput,
  wantsFiles,
} from './completion';
export { counted, countedIfAny } from './counted';
export { definitionFor } from './definition';
export type { Diagnostic, FileEdit, Fix, RelatedPlace } from './diagnostic';
export { type DiagnosticOptions, diagnosticsFor, problemsOf } from './diagnostics';
export { markReviewed, type Review, type ReviewEdits, type ReviewedChange, reviewsOf } from './drift/mark-reviewed';
export { lockUriOf, type ModelDrift, modelDrifts } from './drift/model-drift';
export { risksOf, type TrendCounts, trendCounts } from './drift/risk-trend';
export * from './editing';
export { evidenceNamed, withEvidence } from './evidence';
export { explainRule, type RuleExplanation } from './explain';
export type { ExplainedControl } from './explain-controls';
export { explainFinding } from './explain-finding';
export { explainFigures, type Figures } from './explain-risk';
export { explainControlStates, explainCure, explainReasons, explainStanding } from './explain-text';
export { findingKey } from './finding-key';
export { type FirstModel, type FirstModels, firstModels } from './first-model/first-models';
export { type FixOptions, fixesFor } from './fixes';
export {
  clauseName,
  flowInWords,
  GOAL_STATES,
  GOAL_WEIGHTS,
  goalInMarkdown,
  goalSummary,
  questionInWords,
} from './goal-words';
export { type Hover, type HoverLinks, type HoverOptions, hoverFor } from './hover';
export { type Location, locate } from './locate';
export { codeSpan, escapeMarkdown } from './markdown';
export {
  includedFiles,
  missingFiles,
  missingModels,
  patternsOf,
  type SpecPattern,
  specsNamed,
  specsOf,
} from './missing-files';
export { explainItem } from './model-hover';
export { answersSchema, modelSchema } from './model-schema';
export { operationsLike, operationsNamed, rulesLike } from './named';
export type { Refusal } from './names/change';
export { referencesFor } from './names/find-references';
export { prepareRename, type Renamable, renameFor } from './names/rename';
export { isUnread, type NotCheckedPart, notCheckedIn } from './not-checked';
export { operationNear, type PlacedOperation } from './operation-near';
export { explainReferences, type Reference, type ReferenceGroup, referencesOf } from './references';
export { answerSeveral, type SeveralFix } from './several/answer-several';
export { answerWith, type MitigationChoice } from './several/answer-with';
export type { Way } from './several/drafts';
export { shortened } from './shortened';
export { type Signature, signatureFor } from './signature/signature-for';
export { type Field, snippetOf, snippetWith } from './snippet';
export { fixAllIn } from './spec-fixes/fix-all';
export { NO_SPEC_FIX, SPEC_FIXES, specFixInWords } from './spec-fixes/spec-fix-index';
export * from './standing';
export { CERTAINTY_WORDS, categoriesInWords, STATE_WORDS } from './state-words';
export { goalsTree, inventoryTree, processTree, progressOf, type StatusNode, type Tone } from './status-tree';
export { explainTechnique } from './threat-words';
export { nodeAt } from './tree/node-at';
export { badgeOf, riskTree, type TreeOptions } from './tree/risk-tree';
export { type MovedChildren, type TreeChanges, treeChanges } from './tree/tree-changes';
export type { TreeNode, TreeRow } from './tree/tree-node';
