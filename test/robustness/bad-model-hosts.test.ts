import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from '../cli/bundle';
import { scratchFolder } from '../cli/scratch';
import { PULL, TestClient } from '../lsp/support/test-client';
import { readMarkedText } from '../support/marked-text';
import { BAD_MODELS, markedText } from './support/bad-models';
import { SHOP_SPEC, shopModel } from './support/sound-model';

type Content = string | Buffer;

async function told(model: Content, more: Readonly<Record<string, Content>> = {}): Promise<string[]> {
  const here = scratchFolder({ 'openapi.yaml': SHOP_SPEC });
  for (const [name, text] of Object.entries({ 'shop.threats.yaml': model, ...more })) {
    mkdirSync(join(here, name, '..'), { recursive: true });
    writeFileSync(join(here, name), text);
  }
  const { stdout, stderr } = await stridewise(here, ['check', '--format', 'json', '--fail-on', 'critical']);
  expect(stderr).not.toMatch(/\bat .*cli\.mjs|RangeError|TypeError/);
  const { problems } = JSON.parse(stdout) as { problems: Record<string, unknown>[] };
  return problems.map(({ file, range, code, message }) => {
    const { start } = (range ?? { start: { line: -1 } }) as { start: { line: number } };
    expect(file).toBe('shop.threats.yaml');
    return `${start.line} ${code}: ${message}`;
  });
}

const root = (line: string) => shopModel({ root: line });
const apis = (spec: string) => shopModel({ apis: `  a: { spec: ${spec} }` });

describe('The command line says', () => {
  beforeAll(bundleCommandLine, 120_000);

  it.each([
    ['nothing of a sound model', root('x-a: 1'), []],
    ['that an include is a folder', root('include: ./'), ['33 unread-include: `./` is a folder']],
    ['that an include is a folder with files', root('include: sub'), ['33 unread-include: `sub` is a folder']],
    [
      'that an include is a file of the system',
      root('include: /etc/passwd'),
      ['33 unread-include: `/etc/passwd` lies outside the workspace'],
    ],
    [
      'that an include leaves the workspace',
      root('include: ../../../../etc/passwd'),
      ['33 unread-include: `../../../../etc/passwd` lies outside the workspace'],
    ],
    [
      'that a model includes itself',
      root('include: shop.threats.yaml'),
      ['33 include-itself: This file includes itself'],
    ],
    ['that a description is a folder', apis('sub/'), ['7 unread-spec: `sub/` is a folder']],
    ['that a description is the folder of the model', apis('.'), ['7 unread-spec: `.` is a folder']],
    [
      'that a description is a file of the system',
      apis('/etc/passwd'),
      ['7 unread-spec: `/etc/passwd` lies outside the workspace'],
    ],
    [
      'that a description leaves the workspace',
      apis('../../../../etc/passwd'),
      ['7 unread-spec: `../../../../etc/passwd` lies outside the workspace'],
    ],
    [
      'that a description is the model itself',
      apis('shop.threats.yaml'),
      ['7 no-api: `shop.threats.yaml` is no API description: it has no `openapi` or `swagger` key at its root'],
    ],
    ['nothing of UTF-16', Buffer.from(`\ufeff${root('x-a: 1')}`, 'utf16le'), []],
    [
      'that 10 MB are not read',
      `${shopModel()}${'# x\n'.repeat(2_500_000)}`,
      ['1 too-large: This model is larger than 4 MB, and is not read: cut it into files that include each other'],
    ],
  ])(
    '%s',
    async (_name, model, wanted) => {
      expect(await told(model, { 'sub/a.txt': 'x' })).toEqual(wanted);
    },
    60_000,
  );
});

/** Everything that an editor asks for at a place. */
const ASKED = ['hover', 'definition', 'completion', 'prepareRename', 'documentHighlight'] as const;
const OF_THE_FILE = ['documentSymbol', 'foldingRange', 'semanticTokens/full', 'documentLink', 'codeLens'] as const;

it('The language server answers everything on every bad model', async () => {
  const client = await TestClient.start({ capabilities: PULL });
  for (const [index, bad] of Object.values(BAD_MODELS).entries()) {
    const uri = `file:///work/${index}/shop.threats.yaml`;
    await client.open(`file:///work/${index}/openapi.yaml`, SHOP_SPEC);
    const { files, marks } = readMarkedText(markedText(bad));
    await client.open(uri, (bad.as ?? String)(files[0]?.text ?? ''));
    const items = await client.pullItems(uri);
    for (const { code } of marks) expect(items.map((item) => item.code)).toContain(code);
    const textDocument = { uri };
    const position = { line: marks[0]?.line ?? 9, character: marks[0]?.start ?? 4 };
    for (const request of ASKED)
      await client.connection.sendRequest(`textDocument/${request}`, { textDocument, position }).catch(refusal);
    for (const request of OF_THE_FILE) await client.connection.sendRequest(`textDocument/${request}`, { textDocument });
    const options = { tabSize: 2, insertSpaces: true };
    await client.connection.sendRequest('textDocument/formatting', { textDocument, options });
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
  }
  await client.stop();
}, 120_000);

/** A rename may be refused, with a sentence. */
function refusal(error: Error): void {
  expect(error.message).toMatch(/^[A-Z`].*\w/);
  expect(error.message).not.toMatch(/RangeError|TypeError|Internal|stack/);
}
