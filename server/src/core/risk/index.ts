export { analyse, analysing } from './analyse';
export { dreadScore, levelOf, mergeDread } from './dread';
export { type OwaspFactors, type OwaspRating, owaspRating } from './owasp-rating';
export { pastaScore } from './pasta';
export { isOpen, openHighAndCritical } from './rank';
export { effectOf, residualOf } from './residual';
