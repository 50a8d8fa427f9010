import type { ApiDescription } from '../../openapi/types';
import { type Block, openDocument } from '../../text';
import { readModel } from '../read/read-model';
import type { Model, ModelApi } from '../types';

const NOTHING = readModel(openDocument('', 'stridewise: 1\n', 'model'));

/** By the block of the version key, which hardly anyone edits. */
const remembered = new WeakMap<Block, Model>();

/** A model of one API that says nothing, for the answers in a description that no model names. */
export function filelessModel({ uri, at }: ApiDescription, id: string): Model {
  const known = remembered.get(at.block);
  if (known?.uri === uri && known.apis[0]?.id === id) return known;
  const entry: ModelApi = {
    id,
    spec: uri.slice(uri.lastIndexOf('/') + 1),
    exposure: null,
    lifecycle: 'production',
    zone: '',
    owner: '',
    lifecycleAt: at,
    replaces: [],
    sunset: null,
    servers: [],
    versionedBy: '',
    at,
    specAt: at,
  };
  const model = { ...NOTHING, uri, at, apis: [entry], files: new Set([uri]), fileless: true };
  remembered.set(at.block, model);
  return model;
}
