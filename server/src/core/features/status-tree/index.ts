export { goalsTree } from './goals-tree';
export { inventoryTree } from './inventory-tree';
export { processTree, progressOf } from './process-tree';
export type { StatusNode, Tone } from './status-node';
