import type { ModelProblem } from '../types';
import { dataTwice } from './data-twice';
import { duplicateCoverage } from './duplicate-coverage';
import type { Check, CheckInput } from './input';
import { pastDates } from './past-dates';
import { reviews } from './reviews';
import { parameterValues, ruleParameters } from './rule-parameters';
import { unknownControls } from './unknown-controls';
import { unknownIds } from './unknown-ids';
import { unknownOwasp } from './unknown-owasp';
import { unknownRules } from './unknown-rules';
import { unknownTechniques } from './unknown-techniques';
import { weaknesses } from './weaknesses';

const CHECKS: readonly Check[] = [
  unknownIds,
  unknownRules,
  unknownControls,
  unknownTechniques,
  unknownOwasp,
  weaknesses,
  ruleParameters,
  parameterValues,
  pastDates,
  reviews,
  duplicateCoverage,
  dataTwice,
];

/** What is wrong with the meaning of a model, as far as the model alone tells. */
export function checkModel(input: CheckInput): ModelProblem[] {
  return CHECKS.flatMap((check) => check(input));
}
