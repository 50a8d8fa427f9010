import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from '../cli/bundle';
import { PULL, TestClient } from '../lsp/support/test-client';
import { runPipeline } from './support/pipeline';

beforeAll(bundleCommandLine, 60_000);

const NAMES = ['openapi.yaml', 'v1.yaml', 'shop.threats.yaml'];
const texts = Object.fromEntries(NAMES.map((name) => [name, readFileSync(`examples/shop/${name}`, 'utf8')]));
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

interface CommandLineFinding {
  readonly rule: string;
  readonly file: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

async function onCommandLine(): Promise<CommandLineFinding[]> {
  const { stdout } = await stridewise(resolve('examples/shop'), ['check', '--format', 'json']);
  return JSON.parse(stdout).findings;
}

const inOrder = (lines: Iterable<string>) => [...lines].sort();

it('the analysis that editors ask has the findings of the command line', async () => {
  const { analysis } = runPipeline(texts);
  const found = analysis.apis.flatMap(({ findings }) => findings);
  const reported = await onCommandLine();
  const line = (one: { rule: string; severity: string }) => `${one.rule} ${one.severity}`;
  expect(found.length).toBeGreaterThan(20);
  expect(inOrder(found.map(line))).toEqual(inOrder(reported.map(line)));
  expect(new Set(reported.map(({ fingerprint }) => fingerprint)).size).toBe(reported.length);
});

it('the language server shows them at the same places', async () => {
  const client = await TestClient.start({ capabilities: PULL });
  const uriOf = (name: string) => `file:///work/${name}`;
  for (const name of NAMES) await client.open(uriOf(name), texts[name] ?? '');
  const reported = await onCommandLine();
  for (const name of NAMES) {
    const items = await client.pullItems(uriOf(name));
    const inEditor = items.map(({ severity, code, range: { start } }) => {
      return `${start.line + 1}:${start.character + 1} ${SEVERITIES[severity ?? 0]} ${code}`;
    });
    const wanted = reported
      .filter(({ file, severity }) => file === name && severity !== 'hint')
      .map(({ range: { start }, severity, rule }) => `${start.line}:${start.column} ${severity} ${rule}`);
    expect(inOrder(inEditor)).toEqual(expect.arrayContaining(inOrder(wanted)));
  }
  await client.stop();
});
