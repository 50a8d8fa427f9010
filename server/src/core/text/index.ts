export { detach } from './detach';
export { detectRoot, kindOfKey, type RootKind } from './detect-root';
export { blockAt, changeDocument, openDocument, positionOf, rangeOf, type SourceDocument, textOf } from './document';
export { EMPTY_BLOCK } from './empty-block';
export { inert } from './inert';
export { errorIn } from './json-comments';
export { isObject, jsonObject } from './json-object';
export { carriedOver, lastGood } from './last-good';
export { memo, memoText } from './memo';
export { decodePointer, encodePointer } from './pointer';
export { sameList } from './same-list';
export { ANSWERS_KEY } from './split';
export { finish, type Steps } from './steps';
export {
  after,
  entries,
  get,
  isBlockScalar,
  isFlow,
  isQuoted,
  isTrue,
  items,
  keyPlace,
  kindOf,
  type NodeKind,
  place,
  scalar,
  spanOf,
  valueOf,
} from './tree';
export type { Block, Place, Position, Range, SyntaxProblem, TextChange, TextEdit } from './types';
export { canonicalUri, percentDecoded, resolveUri } from './uri';
