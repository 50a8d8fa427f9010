import type { Block } from './types';

/** A block without text: the place of what stands nowhere. */
export const EMPTY_BLOCK: Block = {
  text: '',
  kind: 'whole',
  depth: 0,
  keyStart: 0,
  key: '',
  column: 0,
  newlines: 0,
  tree: null,
  anchors: null,
  error: null,
};
