export { filelessModel } from './beside/fileless-model';
export { readSite } from './beside/read-site';
export { problemsOfSites } from './beside/site-problems';
export { withSites } from './beside/with-sites';
export { asNamed, wordsBeside, wordsWithSites } from './beside/words-with-sites';
export { bindModel } from './bind/bind-model';
export type { Binding, BoundOperation, NamedApi } from './bind/binding';
export { fieldsOf, schemasOf } from './bind/data-places';
export { groupBy } from './bind/group-by';
export { findOperations, indexed, type Nameable, type OperationIndex } from './bind/operation-index';
export { hasPart, partOf } from './bind/parts';
export { isOwn, isOwnAnswer, whereStart } from './bind/statement-span';
export { checkModel } from './check/check-model';
export { shareEnvironment } from './check/duplicate-coverage';
export { WordIndex, writing } from './check/input';
export type { KnownWords } from './check/known-words';
export { addItems } from './edit/add-items';
export {
  ANSWER_FIELDS,
  answerKeys,
  freeName,
  insertAllNotApplicable,
  insertMitigation,
  insertMitigations,
  insertNotApplicable,
  type MitigationStub,
  removesOf,
} from './edit/insert-answers';
export { type Insertion, insertEntries } from './edit/insert-entries';
export { insertKey, setKey } from './edit/insert-key';
export { type NewEntry, type NewSection, newModel, newModelOf } from './edit/new-model';
export { operationText } from './edit/operation-text';
export { type ReviewEdit, setReviewed } from './edit/set-reviewed';
export { listed } from './grammar/listed';
export { didYouMean, nearest } from './grammar/nearest';
export { isPattern } from './grammar/path';
export type { GrammarError, Parsed } from './grammar/scanner';
export { type ParsedStatement, parseStatement } from './grammar/statement';
export { isClear } from './grammar/transport';
export { parseWhere } from './grammar/where';
export { CATEGORY_WORDS, categoryOf } from './grammar/words';
export { isInPlace } from './in-place';
export { composeModels } from './include/compose-models';
export { fileName } from './include/file-name';
export { type ModelFiles, targetOf as includeTarget, unreadFile } from './include/judge-include';
export { PROBLEM_CODES, type ProblemCode, type ProblemDoc } from './problem-codes';
export { carriedBy } from './read/anchors';
export type { Entry as SiteEntry } from './read/read-entry';
export { includesOf } from './read/read-layer';
export { readModel } from './read/read-model';
export { USUAL_RISK } from './read/read-risk';
export { isTodo } from './read/todo';
export { isDate } from './read/values';
export type * from './schema/schema-types';
export { BESIDE_SECTIONS, SECTIONS } from './schema/sections';
export type * from './types';
export { type EvidenceReference, evidenceAt, evidenceIn } from './words/evidence-in';
export type { ModelWord, WordRole } from './words/word';
export { wordsOfModel, wordsOfSite } from './words/words-of';
