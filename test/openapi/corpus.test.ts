import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describe as describeApi, missingReferences } from '../../server/src/core/openapi';
import { type Block, detectRoot, openDocument, type Place, type SourceDocument } from '../../server/src/core/text';

const corpora = [process.env.STRIDEWISE_CORPUS, process.env.STRIDEWISE_TRUTH].filter((path) => path !== undefined);

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(?:ya?ml|json)$/.test(path) && statSync(path).isFile());
}

function load(path: string): { uri: string; documents: Map<string, SourceDocument> } {
  const uri = pathToFileURL(path).href;
  const documents = new Map<string, SourceDocument>();
  for (let missing: readonly string[] = [uri]; missing.length > 0; ) {
    for (const one of missing) documents.set(one, openDocument(one, readFileSync(fileURLToPath(one), 'utf8')));
    missing = missingReferences(documents, uri).filter((one) => existsSync(fileURLToPath(one)));
  }
  return { uri, documents };
}

function checkPlaces(value: unknown, seen: Set<object>): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if ('block' in value && 'start' in value) {
    const { block, start, end } = value as Place;
    return isInside(block, start, end) ? 0 : 1;
  }
  const children = value instanceof Map ? value.values() : Object.values(value);
  let wrong = 0;
  for (const child of children) wrong += checkPlaces(child, seen);
  return wrong;
}

function isInside(block: Block, start: number, end: number): boolean {
  return start >= 0 && start <= end && end <= block.text.length;
}

describe('real descriptions', () => {
  it.skipIf(corpora.length > 0)('skipped: STRIDEWISE_CORPUS and STRIDEWISE_TRUTH name no folder', ({ skip }) => {
    skip('STRIDEWISE_CORPUS and STRIDEWISE_TRUTH name no folder');
  });

  it.runIf(corpora.length > 0)(
    'are read without an exception, with every place inside its text',
    () => {
      let roots = 0;
      for (const path of corpora.flatMap(filesUnder)) {
        if (detectRoot(readFileSync(path, 'utf8')) !== 'openapi') continue;
        const { uri, documents } = load(path);
        const api = describeApi(documents, uri);
        roots++;
        expect([path, api === null]).toEqual([path, false]);
        expect([path, checkPlaces(api, new Set())]).toEqual([path, 0]);
      }
      expect(roots).toBeGreaterThan(0);
    },
    120_000,
  );
});
