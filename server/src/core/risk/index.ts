export { analyse, analysing } from './analyse';
export { dreadScore, levelOf, mergeDread } from './dread';
export { isOpen, openHighAndCritical } from './rank';
export { effectOf, residualOf } from './residual';
