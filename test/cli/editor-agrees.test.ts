import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, commandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const example = resolve('examples/shop');
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

async function inEditor(folder: string, name = 'openapi.yaml'): Promise<string[]> {
  const spec = resolve(folder, name);
  const { LanguageClient } = await import(pathToFileURL(resolve('scripts/lib/bench/language-client.mjs')).href);
  const client = new LanguageClient([commandLine, 'lsp', '--stdio']);
  await client.start(folder);
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

async function onCommandLine(folder: string, name = 'openapi.yaml'): Promise<string[]> {
  const { stdout } = await stridewise(folder, ['check', '--format', 'json']);
  const findings: CommandLineFinding[] = JSON.parse(stdout).findings;
  return findings
    .filter(({ file }) => file === name)
    .map(({ range, severity, rule }) => `${range.start.line}:${range.start.column} ${severity} ${rule}`);
}

const open = (lines: readonly string[]) => lines.filter((line) => !line.includes(' hint ')).sort();

const SPEC = `openapi: 3.1.0
info: { title: Lines, version: "1" }
servers: [{ url: http://api.lines.example }]
security: [{ key: [] }]
paths:
  /lines:
    get:
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 5000 } }]
      responses: { "200": { description: All } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;
const MODEL = 'stridewise: 1\napis: { lines: { spec: ./openapi.yaml } }\n';
const JUDGED = /cleartext-transport|unbounded-page-size/;
const PLAIN = 'warning cleartext-transport';

const SETTINGS: readonly (readonly [settings: string, found: readonly string[]])[] = [
  ['', [PLAIN]],
  ['rules: { cleartext-transport: { level: off, reason: A tunnel } }', []],
  ['rules: { cleartext-transport: { level: off } }', [PLAIN]],
  ['rules: { cleartext-transport: { level: note, reason: A tunnel } }', ['information cleartext-transport']],
  ['rules: { cleartext-transport: { level: critical, reason: Health } }', ['error cleartext-transport']],
  ['rules: { unbounded-page-size: { largest: 500, reason: Slow } }', [PLAIN, 'warning unbounded-page-size']],
  ['rules: { unbounded-page-size: { largest: 9000, reason: Quick } }', [PLAIN]],
];

describe('editor and command line', () => {
  it('show the same open findings of the example', async () => {
    const expected = open(await onCommandLine(example));
    expect(expected.length).toBeGreaterThan(10);
    expect(open(await inEditor(example))).toEqual(expected);
  });

  it.each(SETTINGS)('are told alike by a model that says %s', async (settings, expected) => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC, 'a.threats.yaml': `${MODEL}${settings}\n` });
    const found = (lines: readonly string[]) =>
      open(lines)
        .map((line) => line.replace(/^\S+ /, ''))
        .filter((line) => JUDGED.test(line));
    expect(found(await onCommandLine(folder))).toEqual(expected);
    expect(found(await inEditor(folder))).toEqual(expected);
  });

  it('tell alike of what a component serves', async () => {
    const rest =
      'flows: { lines -> depot: {} }\nthreats: { fake: { title: Fake, affects: depot GET /lines, stride: spoofing } }\n';
    const model = `${MODEL}components: { depot: { kind: external, spec: depot.yaml } }\n${rest}`;
    const folder = scratchFolder({ 'openapi.yaml': SPEC, 'depot.yaml': SPEC, 'a.threats.yaml': model });
    const expected = open(await onCommandLine(folder, 'depot.yaml'));
    expect(expected.map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'information unanswered',
      'warning written-threat',
    ]);
    expect(open(await inEditor(folder, 'depot.yaml'))).toEqual(expected);
  });
});
