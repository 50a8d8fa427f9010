import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readInside, whyUnread } from '../../server/src/node/read-file';
import { scratchFolder } from '../cli/scratch';
import { SPEC, SPEC_URI } from './support/shop';
import { PULL, PUSH, TestClient } from './support/test-client';

let client: TestClient | null = null;
afterEach(async () => {
  await client?.stop();
  client = null;
});

const MODEL_URI = 'file:///work/shop.threats.yaml';
const SHARED_URI = 'file:///work/org/shared.threats.yaml';
const MODEL = 'stridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\ninclude: org/shared.threats.yaml\n';
const shared = (status: string) =>
  `stridewise: 1\nmitigations:\n  login: { covers: missing-authentication on POST /notes, status: ${status} }\n`;

/** What is shown of the missing authentication of the one operation that lacks it. */
function shown(): string[] {
  const items = client?.published.get(SPEC_URI) ?? [];
  return items
    .filter(({ code }) => code === 'missing-authentication')
    .map(({ severity, message }) => `${severity} ${String(message).includes('planned')}`);
}

describe('a model that includes another', () => {
  it('counts what was found on the disk, then what is typed there, then the disk again', async () => {
    const files = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, MODEL],
      [SHARED_URI, shared('planned')],
    ]);
    client = await TestClient.start({ capabilities: PUSH, files });
    await client.open(SPEC_URI, SPEC);
    await client.until(() => shown().join() === '3 true');
    await client.open(SHARED_URI, shared('planned'));
    await client.change(SHARED_URI, 2, { text: shared('implemented') });
    await client.until(() => shown().join() === '4 false');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: SHARED_URI } });
    await client.until(() => shown().join() === '3 true');
    files.set(SHARED_URI, shared('missing'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: SHARED_URI, type: 2 }],
    });
    await client.until(() => !['3 true', '4 false'].includes(shown().join()));
  });

  it('says that a file is gone when it goes, and is quiet when it comes back', async () => {
    const files = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, MODEL],
    ]);
    client = await TestClient.start({ capabilities: PUSH, files });
    const told = () => client?.published.get(MODEL_URI)?.map(({ code, message }) => `${code}: ${message}`) ?? [];
    await client.until(() => told().includes('unread-include: `org/shared.threats.yaml` cannot be read'));
    files.set(SHARED_URI, shared('planned'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: SHARED_URI, type: 1 }],
    });
    await client.until(() => client?.published.has(MODEL_URI) === true && told().length === 0);
    files.delete(SHARED_URI);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: SHARED_URI, type: 3 }],
    });
    await client.until(() => told().length === 1);
  });

  it('reads an included file that the search leaves out, and asks the client where the server has no files', async () => {
    const files = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, MODEL],
      [SHARED_URI, shared('planned')],
      ['file:///work/.gitignore', 'org/\n'],
    ]);
    client = await TestClient.start({
      capabilities: PUSH,
      clientFiles: files,
      initializationOptions: { clientFiles: true },
    });
    await client.open(SPEC_URI, SPEC);
    await client.until(() => shown().join() === '3 true');
  });

  it('watches a file of another ending once it is named', async () => {
    const uri = 'file:///work/org/shared';
    const files = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, MODEL.replace('org/shared.threats.yaml', 'org/shared')],
      [uri, shared('planned')],
    ]);
    const capabilities = {
      ...PUSH,
      workspace: { ...PUSH.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    };
    client = await TestClient.start({ capabilities, files });
    const patterns: string[] = [];
    client.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { registerOptions } of registrations) {
        patterns.push(...(registerOptions?.watchers ?? []).map((one: { globPattern: string }) => one.globPattern));
      }
      client?.check();
      return null;
    });
    await client.open(SPEC_URI, SPEC);
    await client.until(() => patterns.includes('**/shared'));
    await client.until(() => shown().join() === '3 true');
    files.set(uri, shared('implemented'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await client.until(() => shown().join() === '4 false');
    expect(patterns.filter((one) => one === '**/shared')).toHaveLength(1);
  });

  it('shows a problem of the included file there alone', async () => {
    const files = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, MODEL],
      [SHARED_URI, shared('plannd')],
    ]);
    client = await TestClient.start({ capabilities: PUSH, files });
    await client.until(() => client?.published.get(SHARED_URI)?.some(({ code }) => code === 'unknown-word') === true);
    expect(client.published.get(MODEL_URI) ?? []).toEqual([]);
  });

  it('learns while the file is open that what it includes is edited', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(
      MODEL_URI,
      'stridewise: 1\ninclude: org/shared.threats.yaml\nmitigations: { login: { owner: me } }\n',
    );
    await client.open(SHARED_URI, shared('planned'));
    expect(await client.pullItems(MODEL_URI)).toEqual([]);
    const before = client.refreshes;
    await client.change(SHARED_URI, 2, { text: 'stridewise: 1\nmitigations: { login: { title: Nothing yet } }\n' });
    await client.until(() => (client?.refreshes ?? 0) > before);
    expect((await client.pullItems(MODEL_URI)).map(({ code }) => code)).toContain('missing-key');
  });
});

const PATTERN = 'stridewise: 1\napis: { shop: { spec: "apis/*.yaml" } }\n';

describe('a pattern', () => {
  it('is told to match nothing when the search is over, not before', async () => {
    const files = new Map([[MODEL_URI, PATTERN]]);
    client = await TestClient.start({ capabilities: PUSH, files });
    const told = () => client?.published.get(MODEL_URI)?.map(({ code }) => code) ?? [];
    await client.until(() => told().includes('spec-matches-nothing'));
    const uri = 'file:///work/apis/a.yaml';
    files.set(uri, SPEC);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    await client.until(() => told().length === 0);
  });
});

describe('a pattern is told to match nothing', () => {
  const listed = { clientFiles: new Map([[MODEL_URI, PATTERN]]), initializationOptions: { clientFiles: true } };

  it.each([
    ['where all files are listed', listed, ['spec-matches-nothing']],
    ['not where the client stops half-way', { ...listed, unfinished: true }, []],
    ['not where nobody lists them', { clientFiles: new Map<string, string>() }, []],
  ])('%s', async (_, options, told) => {
    client = await TestClient.start({ capabilities: PULL, ...options });
    await client.open(MODEL_URI, PATTERN);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    // Fixes wait for the search to be over.
    const textDocument = { uri: MODEL_URI };
    await client.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    expect((await client.pullItems(MODEL_URI)).map(({ code }) => code)).toEqual(told);
  });
});

describe('why a file cannot be read', () => {
  it.each([
    ['gone.yaml', 'does not exist'],
    ['folder', 'is a folder'],
    ['binary.yaml', 'is not a text file'],
    ['../outside.yaml', 'lies outside the workspace'],
    ['../nowhere.yaml', 'lies outside the workspace'],
    ['link.yaml', 'lies outside the workspace'],
    ['../../../../../../../../etc/passwd', 'lies outside the workspace'],
  ])('%s %s', (path, reason) => {
    const base = scratchFolder({ 'outside.yaml': 'stridewise: 1\n', 'work/binary.yaml': 'some text\u0000and more' });
    mkdirSync(join(base, 'work/folder'));
    writeFileSync(join(base, 'work/a.yaml'), 'stridewise: 1\n');
    symlinkSync(join(base, 'outside.yaml'), join(base, 'work/link.yaml'));
    const folders = [pathToFileURL(join(base, 'work')).href];
    const uri = pathToFileURL(join(base, 'work', path)).href;
    expect(readInside(uri, folders)).toBeNull();
    expect(whyUnread(uri, folders)).toBe(reason);
    expect(readInside(pathToFileURL(join(base, 'work/a.yaml')).href, folders)).toBe('stridewise: 1\n');
  });
});
