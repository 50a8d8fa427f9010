export { overviewOf } from './overview-of';
