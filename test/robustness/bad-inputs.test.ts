import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from '../cli/bundle';
import { PULL, TestClient } from '../lsp/support/test-client';
import { BAD_INPUTS, type BadInput, SOUND } from './support/bad-inputs';
import { runPipeline, shown, type Texts } from './support/pipeline';

const cases = Object.entries(BAD_INPUTS);
const WHERE = 'file:///work/';

/** What is found in the sound part, whatever stands beside it. */
const wanted = ofNotes(runPipeline({ 'openapi.yaml': SOUND }).analysis.apis.flatMap(({ findings }) => findings));

interface Named {
  readonly rule: string;
  readonly operations: readonly { readonly path: string; readonly method: string }[];
}

function ofNotes(findings: readonly Named[]): string[] {
  return findings
    .filter(({ rule, operations }) => rule !== 'unanswered' && operations.some(({ path }) => path === '/notes'))
    .map(({ rule }) => rule)
    .sort();
}

function wantSaid(input: BadInput, diagnostics: Readonly<Record<string, readonly string[]>>): void {
  if (input.says === undefined) return;
  const [file = '', part = ''] = input.says.split(': ', 2);
  expect(diagnostics[file]?.filter((line) => line.toLowerCase().includes(part.toLowerCase()))).not.toEqual([]);
}

describe('the analysis takes', () => {
  it('a sound description, which has findings', () => expect(wanted.length).toBeGreaterThan(1));

  it.each(cases)('%s', (_name, input) => {
    const { analysis, diagnostics } = runPipeline(input.files);
    const lines = Object.fromEntries(Object.entries(diagnostics).map(([name, all]) => [name, shown(all)]));
    wantSaid(input, lines);
    if (!input.whole)
      expect(ofNotes(analysis.apis.flatMap(({ findings }) => findings))).toEqual(expect.arrayContaining(wanted));
  });
});

describe('the command line takes', () => {
  let folder = '';
  beforeAll(bundleCommandLine, 60_000);
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'stridewise-robustness-')));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(cases)('%s', async (name, input) => {
    const here = write(join(folder, name.replaceAll(/\W+/g, '-')), input.files);
    const { code, stdout, stderr } = await stridewise(here, ['check', '--format', 'json', '--fail-on', 'critical']);
    expect(stderr).not.toMatch(/\bat .*cli\.mjs|RangeError|TypeError/);
    expect([0, 1, 2]).toContain(code);
    if (input.whole && stdout === '') return;
    const { findings, notChecked, problems } = JSON.parse(stdout);
    wantSaid(input, said(problems));
    expect(JSON.stringify(notChecked)).not.toContain(' failed: ');
    if (!input.whole) expect(ofNotes(findings)).toEqual(expect.arrayContaining(wanted));
  });
});

interface Said {
  readonly file: string;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

function said(problems: readonly Said[]): Record<string, string[]> {
  const lines: Record<string, string[]> = {};
  for (const { file, severity, code, message } of problems) {
    lines[file] = [...(lines[file] ?? []), `${severity} ${code}: ${message}`];
  }
  return lines;
}

function write(folder: string, files: Texts): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the language server', () => {
  it('takes all of them, one after the other, and answers', { timeout: 120_000 }, async () => {
    const client = await TestClient.start({ capabilities: PULL });
    for (const [name, { files }] of cases) {
      const folder = `${WHERE}${encodeURIComponent(name)}/`;
      for (const [file, text] of Object.entries(files)) {
        const uri = folder + file;
        await client.open(uri, text);
        expect(await client.pull(uri)).toMatchObject({ kind: 'full' });
        const position = { line: 8, character: 6 };
        const textDocument = { uri };
        await client.connection.sendRequest('textDocument/hover', { textDocument, position });
        await client.connection.sendRequest('textDocument/definition', { textDocument, position });
        const range = { start: position, end: position };
        await client.connection.sendRequest('textDocument/codeAction', {
          textDocument,
          range,
          context: { diagnostics: [] },
        });
      }
      for (const file of Object.keys(files)) {
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: folder + file } });
      }
    }
    await client.open(`${WHERE}openapi.yaml`, SOUND);
    expect((await client.pullItems(`${WHERE}openapi.yaml`)).length).toBeGreaterThan(1);
    await client.stop();
  });
});
