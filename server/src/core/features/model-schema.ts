import { techniques } from '../catalogue';
import { CONTROLS } from '../controls';
import { answersJsonSchema, type JsonSchema, jsonSchema } from '../model/schema/json-schema';
import { RULES } from '../rules';

const known = () => ({
  rules: RULES.map(({ id }) => id),
  controls: CONTROLS.map(({ id }) => id),
  attacks: techniques().map(({ id }) => id),
});

/** The threat-model language as a JSON Schema (draft-07), with the names of this version's rules, controls and techniques. */
export function modelSchema(): JsonSchema {
  return jsonSchema(known());
}

/** The same of the answers in descriptions, `x-stridewise`. */
export function answersSchema(): JsonSchema {
  return answersJsonSchema(known());
}
