import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { bundleCommandLine, commandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const SPEC = readFileSync(resolve('examples/shop/openapi.yaml'), 'utf8');
const MODEL = 'stridewise: 1\napis: { renamed: { spec: ./openapi.yaml } }\n';

/** Fingerprints of everything open that the command line finds; questions are the model's business. */
async function onCommandLine(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await stridewise(folder, ['check', ...words, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; fingerprint: string; severity: string }[] };
  return findings
    .filter(({ rule }) => rule !== 'unanswered')
    .map(({ fingerprint }) => fingerprint)
    .sort();
}

/** Fingerprints that the tree of an editor which has opened the folder knows its findings by. */
async function inEditor(folder: string, spec: string): Promise<readonly string[]> {
  const { LanguageClient } = await import(pathToFileURL(resolve('scripts/lib/bench/language-client.mjs')).href);
  const client = new LanguageClient([commandLine, 'lsp', '--stdio']);
  await client.start(folder);
  const uri = pathToFileURL(spec).href;
  const textDocument = { uri, languageId: 'yaml', version: 1, text: readFileSync(spec, 'utf8') };
  client.notify('textDocument/didOpen', { textDocument });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  await client.refreshed;
  const groups = await client.request('stridewise/riskTree', { groupBy: 'risk', filter: '' });
  const found: string[] = [];
  for (const { id } of groups) {
    const nodes = await client.request('stridewise/riskTree', { groupBy: 'risk', filter: '', parent: id });
    for (const { finding, label } of nodes) if (!label.startsWith('Unanswered')) found.push(finding.split(' in ')[0]);
  }
  await client.stop();
  return found.sort();
}

it('are the same from any folder, in the editor and on the command line', async () => {
  const root = scratchFolder({
    '.git/HEAD': '',
    'apis/shop/openapi.yaml': SPEC,
    'apis/shop/shop.threats.yaml': MODEL,
  });
  const folder = join(root, 'apis/shop');
  const spec = join(folder, 'openapi.yaml');
  const expected = await onCommandLine(root, ['apis/shop/openapi.yaml']);
  expect(expected.length).toBeGreaterThan(10);
  expect(await onCommandLine(folder, [])).toEqual(expected);
  const subset = (await inEditor(folder, spec)).filter((one) => expected.includes(one));
  expect(subset).toEqual(expected);
  expect((await inEditor(root, spec)).filter((one) => expected.includes(one))).toEqual(expected);
});

it('stay when lines move, a model comes, and where there is no repository', async () => {
  const folder = scratchFolder({ 'shop/openapi.yaml': SPEC });
  const expected = await onCommandLine(folder, ['shop/openapi.yaml']);
  expect(await onCommandLine(join(folder, 'shop'), ['openapi.yaml'])).toEqual(expected);
  writeFileSync(join(folder, 'shop/openapi.yaml'), `# A line more\n${SPEC}`);
  expect(await onCommandLine(folder, ['shop/openapi.yaml'])).toEqual(expected);
  writeFileSync(join(folder, 'shop/shop.threats.yaml'), MODEL);
  expect(await onCommandLine(folder, ['shop/openapi.yaml'])).toEqual(expected);
});
