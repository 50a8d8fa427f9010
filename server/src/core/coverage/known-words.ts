import {
  isUnmappable,
  isUnused,
  OWASP_TITLES,
  REGULATIONS,
  techniqueNames,
  techniqueOf,
  weaknessOf,
} from '../catalogue';
import { CONTROLS } from '../controls';
import type { KnownWords } from '../model';
import { RULES } from '../rules';

/** What a model may name besides its own ids. */
export const KNOWN_WORDS: KnownWords = {
  rules: new Set(RULES.map((rule) => rule.id)),
  questions: new Set(REGULATIONS.flatMap(({ clauses }) => clauses.map(({ id }) => id))),
  controls: new Set(CONTROLS.map((control) => control.id)),
  parameters: new Set(
    RULES.flatMap(({ id, parameters = {} }) => Object.keys(parameters).map((name) => `${id}.${name}`)),
  ),
  catalogue: {
    owaspIds: new Set(Object.keys(OWASP_TITLES)),
    isTechnique: (name: string) => techniqueOf(name) !== undefined,
    techniqueNames,
    weaknessOf,
    isUnmappable,
    isUnused,
  },
};
