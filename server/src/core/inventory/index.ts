export { inventoryOf } from './inventory';
export { harRequestIn, type ReadLine, readCombined, readJsonLine } from './read-request';
export { reviewedAgo } from './reviewed-ago';
export { type Called, type Request, type Shadow, type TrafficReport, TrafficTally } from './tally';
export type * from './types';
