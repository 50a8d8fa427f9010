export { overviewOf, overviewWithThreats } from './overview-of';
export type { SceneOptions as OverviewOptions } from './scene';
