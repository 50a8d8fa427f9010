export { driftBetween } from './compare';
export { type Comparison, compareAnalyses } from './compare-analyses';
export { changesBetween } from './compare-entries';
export { type LockReading, readLock } from './read-lock';
export { recordsIn, recordsOf } from './record';
export type { RiskChange } from './risk-between';
export type * from './types';
export { driftWords, isMore } from './words';
export { LOCK_KEY, lockText } from './write-lock';
