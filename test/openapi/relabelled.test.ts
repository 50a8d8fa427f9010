import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyse, detectRoot, openDocument, rangeOf, Workspace } from '../../server/src/core';
import { missingReferences } from '../../server/src/core/openapi';
import { BASES } from '../evaluation/bases';
import { inDialect } from '../evaluation/dialect';
import { realise } from '../evaluation/evaluate';
import { FLAWS } from '../evaluation/flaws';
import { TWINS } from '../evaluation/twins';

const VERSION = /^((?:\{\s*)?["']?openapi["']?\s*:\s*["']?)3\.1(?:\.\d+)?/m;
const CORPUS = process.env.STRIDEWISE_CORPUS;

/** What is found in a text, with the files beside it, whatever version it says. */
function found(text: string, uri = 'file:///api/openapi.yaml') {
  let workspace = Workspace.empty.with(openDocument(uri, text, 'spec'));
  const missing = () => missingReferences(workspace, uri).filter((name) => existsSync(fileURLToPath(name)));
  for (let names = missing(); names.length > 0; names = missing()) {
    const files = names.map((name) => openDocument(name, readFileSync(fileURLToPath(name), 'utf8'), 'spec'));
    workspace = workspace.withAll(files);
  }
  const [api] = analyse(workspace, { today: '2026-11-24' }).apis;
  if (api === undefined) throw new Error(`${uri} is no description`);
  const findings = api.findings.map(({ rule, message, severity, risk, part, fingerprint, at }) => {
    const document = workspace.get(at.uri);
    const line = document && rangeOf(document, at)?.start.line;
    return { rule, message, severity, risk, part, fingerprint, line };
  });
  const { version, operations, problems } = api.description;
  return { version, operations: operations.length, findings, problems: problems.map(({ message }) => message) };
}

function compare(text: string, uri?: string): number {
  const later = text.replace(VERSION, '$13.2.0');
  const { version, ...before } = found(text, uri);
  const { version: relabelled, ...after } = found(later, uri);
  expect([version, relabelled]).toEqual(['3.1', '3.2']);
  expect(after).toEqual(before);
  return before.findings.length;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

describe('A description of 3.1 that says 3.2', () => {
  const pages = filesIn('docs/rules').map((file) => [file, readFileSync(file, 'utf8')] as const);
  const examples = pages.flatMap(([file, text]) =>
    [...text.matchAll(/```yaml\n([\s\S]*?)\n```/g)]
      .map((match) => match[1] ?? '')
      .filter((yaml) => VERSION.test(yaml) && detectRoot(yaml) === 'openapi')
      .map((yaml, index) => [`${file} ${index + 1}`, yaml] as const),
  );

  it.each(examples)('%s', (_name, yaml) => {
    compare(yaml);
  });

  const samples = [...filesIn('examples'), ...filesIn('test/e2e')].filter((file) => /\.(?:ya?ml|json)$/.test(file));
  const described = samples.filter((file) => VERSION.test(readFileSync(file, 'utf8')));

  it.each(described)('%s', (file) => {
    expect(compare(readFileSync(file, 'utf8'), pathToFileURL(file).href)).toBeGreaterThan(0);
  });

  it.each(Object.values(BASES))('the clean $name', (base) => {
    compare(JSON.stringify(inDialect(base.spec, '3.1'), null, 1));
  });

  it.each([...FLAWS, ...TWINS])('with $id', (planted) => {
    compare(JSON.stringify(realise(planted, '3.1'), null, 1));
  });

  it('is not compared with nothing', () => {
    expect([examples.length > 60, described.length > 1]).toEqual([true, true]);
  });

  it.skipIf(!CORPUS)('in the corpus', { timeout: 300_000 }, () => {
    const files = filesIn(CORPUS ?? '.').filter((file) => /\.(?:ya?ml|json)$/.test(file));
    const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const);
    const ours = texts.filter(([, text]) => VERSION.test(text) && detectRoot(text) === 'openapi');
    expect(ours.length).toBeGreaterThan(0);
    for (const [file, text] of ours) compare(text, pathToFileURL(file).href);
  });

  it.skipIf(CORPUS)('skipped: STRIDEWISE_CORPUS names no folder', ({ skip }) => {
    skip('STRIDEWISE_CORPUS names no folder');
  });
});
