import { afterEach, describe, expect, it } from 'vitest';
import { MODEL, SPEC } from './support/shop';
import { PUSH, TestClient } from './support/test-client';

const FOLDER = 'file:///work';

let client: TestClient;
afterEach(() => client.stop());

describe('files that only the client can reach', () => {
  it('are listed once and read in batches, without what .gitignore names', async () => {
    const files = new Map([
      [`${FOLDER}/.gitignore`, 'build/\n'],
      [`${FOLDER}/openapi.yaml`, SPEC.replace('  /notes:', '  /parts:\n    $ref: ./parts/one.yaml\n  /notes:')],
      [`${FOLDER}/openapi.threats.yaml`, MODEL],
      [`${FOLDER}/parts/one.yaml`, 'get:\n  security: []\n  responses: { "200": { description: ok } }\n'],
      [`${FOLDER}/build/openapi.yaml`, SPEC],
    ]);
    for (let index = 0; index < 300; index += 1) files.set(`${FOLDER}/data/${index}.json`, '{}');
    client = await TestClient.start({
      capabilities: PUSH,
      clientFiles: files,
      initializationOptions: { clientFiles: true },
    });
    await client.until(() => client.published.has(`${FOLDER}/openapi.yaml`));
    expect([...client.published.keys()].filter((uri) => uri.includes('/build/'))).toEqual([]);
    expect(client.batches.length).toBeLessThanOrEqual(5);
  });

  it('come and go with what is left out: .gitignore and files.exclude', async () => {
    const spec = `${FOLDER}/openapi.yaml`;
    const ignored = `${FOLDER}/.gitignore`;
    const files = new Map([[spec, SPEC]]);
    const exclude: Record<string, boolean> = {};
    client = await TestClient.start({
      capabilities: { ...PUSH, workspace: { ...PUSH.workspace, configuration: true } },
      clientFiles: files,
      initializationOptions: { clientFiles: true },
    });
    let asked = 0;
    client.connection.onRequest('workspace/configuration', ({ items }) => {
      asked += 1;
      client.check();
      return items.map(() => exclude);
    });
    const count = () => client.published.get(spec)?.length ?? 0;
    const changed = (uri: string) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await client.until(() => count() > 0);

    files.set(ignored, 'openapi.yaml\n');
    await changed(ignored);
    await client.until(() => count() === 0);
    files.set(ignored, '');
    await changed(ignored);
    await client.until(() => count() > 0);
    const searches = client.searches;
    const configured = () => client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const before = asked;
    // As a client does when it is asked to tell of changes: nothing has changed yet.
    await configured();
    await client.until(() => asked > before);
    exclude['**/openapi.yaml'] = true;
    await configured();
    await client.until(() => count() === 0);
    expect(client.searches).toBe(searches + 1);
  });

  it('that were not all listed are said to be not checked', async () => {
    client = await TestClient.start({
      capabilities: PUSH,
      clientFiles: new Map([[`${FOLDER}/openapi.yaml`, SPEC]]),
      initializationOptions: { clientFiles: true },
      unfinished: true,
    });
    await client.until(() => client.published.has(`${FOLDER}/openapi.yaml`));
    expect(await client.connection.sendRequest('stridewise/notChecked', {})).toEqual([
      { uri: FOLDER, range: null, reason: 'has more folders than are searched: open a smaller one' },
    ]);
  });

  it('are not asked from a client that does not offer them', async () => {
    client = await TestClient.start({ capabilities: PUSH, clientFiles: new Map([[`${FOLDER}/openapi.yaml`, SPEC]]) });
    await client.open(`${FOLDER}/other.yaml`, SPEC);
    await client.until(() => client.published.has(`${FOLDER}/other.yaml`));
    expect(client.batches).toEqual([]);
  });
});
