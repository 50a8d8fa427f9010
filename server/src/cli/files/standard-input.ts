import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LARGEST_FILE } from '../../node/decode';
import { reasonOf, textOf } from '../../node/read-text';
import { UsageError } from '../arguments';
import { type Found, openAs } from './discovery';
import type { NotChecked } from './not-checked';

/** Its name in the working directory, where nothing says which file it stands for. */
export const STANDARD_INPUT = '-';

/**
 * Reads standard input. A description takes the place of the one that the given models name (`named`: uris), if they name a
 * single one and it was not given itself. Throws a UsageError where nothing can be read.
 */
export async function openStandardInput(
  named: readonly string[],
  given: readonly string[],
  workingDirectory: string,
  notChecked: NotChecked,
): Promise<Found | null> {
  const ownPath = join(workingDirectory, STANDARD_INPUT);
  const result = textOf(await readAll());
  if ('reason' in result) throw new UsageError(`Standard input ${result.reason}.`);
  const found = openAs(ownPath, result.text);
  if (found === null) notChecked.add(ownPath, 'has no openapi, swagger or stridewise key at its root');
  const place = found?.kind === 'openapi' ? soleDescriptionOf(named) : null;
  return place === null || given.includes(place) ? found : openAs(place, result.text);
}

function soleDescriptionOf(named: readonly string[]): string | null {
  const [first, ...others] = new Set(named);
  return first?.startsWith('file:') && others.length === 0 ? fileURLToPath(first) : null;
}

async function readAll(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LARGEST_FILE) break;
    }
  } catch (error) {
    throw new UsageError(`Standard input ${reasonOf(error)}.`);
  }
  return Buffer.concat(chunks);
}
