/** Public knowledge as data: weaknesses, attack techniques, requirements, regulations. It knows nothing of our rules but their ids. */
export { asvsSection } from './asvs';
export { ATTACK_NAMES } from './attack-names';
export { OWASP_TITLES } from './owasp';
export { type Clause, clausesNamed, type Derivation, REGULATIONS, type Regulation, regulationOf } from './regulations';
export { STRIDE_NAMES } from './stride-names';
export { techniqueNames, techniqueOf, techniques } from './techniques';
export type { Mapping, StrideLetter, Technique, Weakness } from './types';
export { allWeaknesses, capecOf, isUnmappable, isUnused, weaknessOf } from './weaknesses';
