import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, describe as group, it } from 'vitest';
import { missingReferences, describe as read } from '../../server/src/core/openapi';
import type { ApiDescription } from '../../server/src/core/openapi/types';
import { evidenceOn, RULES } from '../../server/src/core/rules';
import type { Evidence } from '../../server/src/core/rules/types';
import { detectRoot, openDocument, type SourceDocument } from '../../server/src/core/text';

const CORPUS = process.env.STRIDEWISE_CORPUS;
if (!CORPUS) console.log('test/rules/corpus.test.ts: skipped, STRIDEWISE_CORPUS names no folder');

/** Descriptions that professionals publish: of these the rules must say little. */
const GOOD = ['github', 'stripe', 'digitalocean', 'okta', 'datadog', 'openai', 'slack'];

function load(path: string): ApiDescription | null {
  const uri = pathToFileURL(path).href;
  const documents = new Map<string, SourceDocument>([[uri, openDocument(uri, readFileSync(path, 'utf8'))]]);
  const source = { get: (name: string) => documents.get(name) };
  const missing = () =>
    missingReferences(source, uri).filter((name) => !documents.has(name) && existsSync(fileURLToPath(name)));
  for (let names = missing(); names.length > 0; names = missing()) {
    for (const name of names) documents.set(name, openDocument(name, readFileSync(fileURLToPath(name), 'utf8')));
  }
  return read(source, uri);
}

function specifications(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const named = files.filter((file) => /\.(ya?ml|json)$/.test(file)).map((file) => join(folder, file));
  return named.filter((file) => detectRoot(readFileSync(file, 'utf8')) === 'openapi');
}

/** Diagnostics after grouping by rule and cause, and whether each is shown and weighs (a mean of 4 or more). */
function weigh(description: ApiDescription): ReadonlyMap<string, boolean> {
  const groups = new Map<string, boolean>();
  for (const [index, operation] of description.operations.entries()) {
    for (const rule of RULES) {
      const evidence = evidenceOn(rule, operation, { description, exposure: 'internet' });
      if (evidence === null) continue;
      expectInside(rule.id, evidence);
      const key = `${rule.id} ${evidence.cause || index}`;
      const sum = (evidence.dread?.factors ?? rule.dread).reduce((total, one) => total + one, 0);
      groups.set(key, groups.get(key) === true || (evidence.certainty === 'shown' && sum >= 20));
    }
  }
  return groups;
}

function expectInside(rule: string, { at: { start, end, block } }: Evidence): void {
  if (start < 0 || end < start || end > block.text.length) throw new Error(`${rule}: a span leaves its text`);
}

group.skipIf(!CORPUS)('real descriptions', () => {
  const folder = CORPUS ?? '.';
  const names = CORPUS ? readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory()) : [];

  it.each(names.map((one) => one.name))('%s', { timeout: 120_000 }, (name) => {
    for (const file of specifications(join(folder, name))) {
      const description = load(file);
      if (description === null) continue;
      const groups = weigh(description);
      if (!GOOD.includes(name)) continue;
      const warnings = [...groups.values()].filter(Boolean).length;
      expect(warnings / description.operations.length).toBeLessThanOrEqual(0.5);
      expect(groups.size / description.operations.length).toBeLessThanOrEqual(1);
    }
  });
});
