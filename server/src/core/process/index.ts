export { processesOf } from './process-of';
export type * from './types';
