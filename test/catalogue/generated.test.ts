import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

/** What the tests use of the script. */
interface Script {
  readonly TABLE: string;
  ours(): Promise<object>;
  pages(own: object): [string, string][];
  cachedCatalogue(): object | null;
  wantedIds(own: object): number[];
  weaknessTable(catalogue: object | null, wanted: readonly number[]): string;
}

const ROOT = join(import.meta.dirname, '../..');
const script: Script = await import(pathToFileURL(join(ROOT, 'scripts/catalogue.mjs')).href);
const { TABLE, ours, pages, cachedCatalogue, wantedIds, weaknessTable } = script;
const written = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('what scripts/catalogue.mjs writes', async () => {
  const own = await ours();

  it.each(pages(own))('%s is up to date; if not: node scripts/catalogue.mjs', (file, text) => {
    expect(written(file)).toBe(text);
  });

  const catalogue = cachedCatalogue();
  it.skipIf(catalogue === null)(`${TABLE} is up to date (skipped without cwe-sdk in the cache)`, () => {
    expect(written(TABLE)).toBe(weaknessTable(catalogue, wantedIds(own)));
  });
});
