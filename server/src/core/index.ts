/**
 * The analysis, and its only door: pure and synchronous, without files, clock or protocol. A host reads files into
 * documents, gathers them in a `Workspace`, calls `analyse`, and shows what the features make of it. Nothing that a
 * user can write makes any of these functions throw.
 */
export { techniqueOf, weaknessOf } from './catalogue';
export { CONTROLS, type Control } from './controls';
export {
  type AnalyseOptions,
  exposureOf,
  type FingerprintParts,
  fingerprintOf,
  type GoalFinding,
  type GoalFlow,
  type GoalReport,
  type GoalState,
  goalReports,
  hashText,
  isAbove,
  isAnswered,
  leavesTooMuch,
  modelsOf,
  nameOf,
  PLAIN_WORDS,
  questionsOf,
} from './coverage';
export type * from './coverage/goals/goal-types';
export type * from './coverage/types';
export {
  type AnswerChange,
  answerChanges,
  type Comparison,
  compareAnalyses,
  compareComponents,
  type Drift,
  driftWords,
  leavesMore,
  type RiskBefore,
  type RiskChange,
} from './drift';
export * from './features';
export {
  type Called,
  harRequestIn,
  type InventoryNote,
  type InventoryRow,
  inventoryOf,
  type ReadLine,
  type Request,
  readCombined,
  readJsonLine,
  reviewedAgo,
  type Shadow,
  type TrafficReport,
  TrafficTally,
} from './inventory';
export { writtenModel } from './model/beside/written-model';
export { insertMitigation, type MitigationStub } from './model/edit/insert-answers';
export { listed } from './model/grammar/listed';
export { PROBLEM_CODES, type ProblemCode, type ProblemDoc } from './model/problem-codes';
export { readModel } from './model/read/read-model';
export { STATUSES } from './model/schema/answers';
export { LEVELS } from './model/schema/common';
export type * from './model/types';
export { type DocumentSource, dataClassOf, describe, missingReferences, scanning, writtenSites } from './openapi';
export type * from './openapi/types';
export { type OverviewOptions, overviewOf, overviewWithThreats } from './overview';
export { processesOf } from './process';
export {
  type Assessment,
  analyse,
  analysing,
  assess,
  type Factor as RiskFactor,
  isOpen,
  type MethodResult,
  methodTitle,
  openHighAndCritical,
} from './risk';
export { type Reason, RULES, ruleById } from './rules';
export * from './rules/types';
export {
  MOST_RUNS,
  type Prepared,
  type Problem,
  preparing,
  RUNS,
  type RunOptions,
  running,
  SEED,
  simulating,
  stepsIn,
  summarise,
  type Tally,
} from './simulation';
export type * from './simulation/types';
export {
  blockAt,
  canonicalUri,
  changeDocument,
  detectRoot,
  finish,
  inert,
  jsonObject,
  openDocument,
  percentDecoded,
  positionOf,
  type RootKind,
  rangeOf,
  resolveUri,
  type SourceDocument,
  type Steps,
  textOf,
} from './text';
export type { Block, Place, Position, Range, SyntaxProblem, TextChange, TextEdit } from './text/types';
export { type EvidenceFact, Workspace } from './workspace';
