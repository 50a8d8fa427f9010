/**
 * One reading of OpenAPI 2.0, 3.0, 3.1 and 3.2 in YAML or JSON, in one file or many. Nothing here throws on what users write:
 * what cannot be read is in `problems`, the rest stands.
 */
export { dataClassOf } from './data-classes';
export { describe, describing } from './describe';
export { missingReferences, reachedFrom } from './missing-references';
export { operationNamesIn, type WrittenName } from './operation-names';
export { referenceTargetAt } from './reference-target';
export { scanning } from './scan';
export type { DocumentSource } from './session';
export type * from './types';
export { writtenSites } from './written-sites';
