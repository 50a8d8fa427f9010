export { goalsTree } from './goals-tree';
export { processTree, progressOf } from './process-tree';
export type { StatusNode, Tone } from './status-node';
