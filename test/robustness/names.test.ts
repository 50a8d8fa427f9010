import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { canonicalUri } from '../../server/src/core/index';
import { bundleCommandLine, stridewise } from '../cli/bundle';
import { scratchFolder } from '../cli/scratch';
import { PUSH, TestClient } from '../lsp/support/test-client';
import { SOUND } from './support/bad-inputs';

const FOLDER = 'a (b)+c@d';
const NAMES = ['plain', FOLDER, "it's, [so] = $5 & more!", '{id}|^'];
/** Refers to a file by its folder's name, escaped as the name is written, and to one by a bare name. */
const rootIn = (folder: string) =>
  `${SOUND}  /other: { $ref: "../${folder}/it's (1).yaml" }\n  /third: { $ref: 'other@.yaml' }\n`;
const ITEM = 'put: { operationId: putOther, responses: {} }\n';
const filesIn = (folder: string) => ({
  [`${folder}/openapi.yaml`]: rootIn(folder),
  [`${folder}/it's (1).yaml`]: ITEM,
  [`${folder}/other@.yaml`]: ITEM,
});

describe('references are found in a folder named', () => {
  beforeAll(bundleCommandLine, 60_000);

  it.each(NAMES)('%s, on the command line', async (name) => {
    const folder = scratchFolder({ '.git/': '', ...filesIn(name) });
    const { stdout } = await stridewise(folder, ['check', '--format', 'json', '--fail-on', 'critical']);
    const { apis, problems, notChecked } = JSON.parse(stdout);
    expect({ problems, notChecked }).toEqual({ problems: [], notChecked: [] });
    expect(apis.map((api: { file: string; operations: number }) => [api.file, api.operations])).toEqual([
      [`${name}/openapi.yaml`, 3],
    ]);
  });

  it.each(NAMES)('%s, as an editor spells it', async (name) => {
    const spell = (path: string) => URI.file(`/work/${path}`).toString();
    const texts = new Map(Object.entries(filesIn(name)).map(([path, text]) => [canonicalUri(spell(path)), text]));
    const client = await TestClient.start({ capabilities: PUSH, files: texts });
    const uri = spell(`${name}/openapi.yaml`);
    await client.open(uri, rootIn(name));
    const codes = () => (client.published.get(uri) ?? []).map(({ code }) => code);
    await client.until(() => codes().includes('missing-authentication') && !codes().includes('unresolved-reference'));
    expect(codes()).not.toContain('unresolved-reference');
    await client.stop();
  });
});

it('the spelling of the command line is that of references', () => {
  const path = join('/work', FOLDER, 'openapi.yaml');
  expect(canonicalUri(pathToFileURL(path).href)).toBe('file:///work/a%20(b)+c@d/openapi.yaml');
});
