import { modelSchema } from '../../core';
import { write } from '../output';

/** Prints the threat-model language as a JSON Schema, or writes it to a file. */
export function schema(output: string | null): number {
  write(`${JSON.stringify(modelSchema(), null, 2)}\n`, output);
  return 0;
}
