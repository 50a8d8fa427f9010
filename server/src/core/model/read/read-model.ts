import { memo, type SourceDocument } from '../../text';
import { type ModelExtras, modelOf } from '../include/model-of';
import type { Model } from '../types';
import { readLayer } from './read-layer';

const ALONE: ModelExtras = { problems: [], includers: [] };

/** A threat model by itself, without the files that it includes. Never throws: what does not read is a problem, the rest stands. */
export const readModel: (document: SourceDocument) => Model = memo((document) =>
  modelOf(readLayer(document, []), ALONE),
);
