import { modelSchema } from '../../core';
import { jsonText } from '../formats/json-text';
import { write } from '../output';

/** Prints the threat-model language as a JSON Schema, or writes it to a file. */
export function schema(output: string | null): number {
  write(jsonText(modelSchema()), output);
  return 0;
}
