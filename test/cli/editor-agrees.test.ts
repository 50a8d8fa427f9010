import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, commandLine, stridewise } from './bundle';

beforeAll(bundleCommandLine, 60_000);

const example = resolve('examples/shop');
const spec = resolve(example, 'openapi.yaml');
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

interface EditorDiagnostic {
  readonly severity: number;
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface CommandLineFinding {
  readonly severity: string;
  readonly rule: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

async function inEditor(): Promise<string[]> {
  const { LanguageClient } = await import(pathToFileURL(resolve('scripts/lib/bench/language-client.mjs')).href);
  const client = new LanguageClient([commandLine, 'lsp', '--stdio']);
  await client.start(example);
  const uri = pathToFileURL(spec).href;
  const textDocument = { uri, languageId: 'yaml', version: 1, text: readFileSync(spec, 'utf8') };
  client.notify('textDocument/didOpen', { textDocument });
  // The first answer may come before the model beside the description is read; the server then asks to be asked again.
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  await client.refreshed;
  const { items } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  await client.stop();
  return items.map(({ severity, code, range }: EditorDiagnostic) => {
    return `${range.start.line + 1}:${range.start.character + 1} ${SEVERITIES[severity]} ${code}`;
  });
}

async function onCommandLine(): Promise<string[]> {
  const { stdout } = await stridewise(example, ['check', '--format', 'json']);
  const findings: CommandLineFinding[] = JSON.parse(stdout).findings;
  return findings
    .filter(({ file }) => file === 'openapi.yaml')
    .map(({ range, severity, rule }) => `${range.start.line}:${range.start.column} ${severity} ${rule}`);
}

describe('editor and command line', () => {
  it('show the same open findings of the example', async () => {
    const open = (lines: readonly string[]) => lines.filter((line) => !line.includes(' hint ')).sort();
    const expected = open(await onCommandLine());
    expect(expected.length).toBeGreaterThan(10);
    expect(open(await inEditor())).toEqual(expected);
  });
});
