export { type Binding, type BoundApi, bindModel, type Hit, type KnownWords } from './bind/bind-model';
export {
  type Insertion,
  insertMitigation,
  insertNotApplicable,
  type MitigationStub,
  mitigationLines,
} from './edit/insert';
export { type NewApi, newModel } from './edit/new-model';
export { operationText } from './edit/text';
export { didYouMean, nearest } from './grammar/nearest';
export { parseStatement } from './grammar/statement';
export { parseWhere } from './grammar/where';
export { CATEGORY_WORDS } from './grammar/words';
export { readModel } from './read/read-model';
export type * from './types';
