export { modelsOf, rootOf, stem } from './apis';
export { type AnalyseOptions, bindingOf, workspaceOf } from './cover';
export { exposureOf } from './exposure';
export { type FingerprintParts, fingerprintOf, hashText } from './fingerprint';
export { nameOf, PLAIN_WORDS, questionsOf } from './questions';
export { isAbove, leavesTooMuch, stricter } from './severity';
export { listed } from './standing';
export { isAnswered } from './states';
export type * from './types';
