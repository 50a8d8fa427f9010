import { afterEach, describe, expect, it } from 'vitest';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PUSH, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

function codes(uri: string): unknown[] {
  return client.published.get(uri)?.map(({ code }) => code) ?? [];
}

describe('a client that cannot pull', () => {
  it('is not offered pull, and gets diagnostics of files that are not open', async () => {
    client = await TestClient.start({ capabilities: PUSH, files: new Map([[SPEC_URI, SPEC]]) });
    expect(client.result.capabilities.diagnosticProvider).toBeUndefined();
    await client.until(() => client.published.has(SPEC_URI));
    expect(codes(SPEC_URI).length).toBeGreaterThan(0);
  });

  it('gets new ones after an edit, and none when the file is gone', async () => {
    const files = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, MODEL],
    ]);
    client = await TestClient.start({ capabilities: PUSH, files });
    await client.open(SPEC_URI, SPEC);
    await client.until(() => codes(SPEC_URI).includes('missing-authentication'));
    await client.change(SPEC_URI, 2, { text: SPEC.replace('      security: []\n', '') });
    await client.until(() => codes(SPEC_URI).length > 0 && !codes(SPEC_URI).includes('missing-authentication'));
    files.clear();
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: SPEC_URI } });
    await client.until(() => client.published.get(SPEC_URI)?.length === 0);
  });

  it('sees a root key that is typed', async () => {
    client = await TestClient.start({ capabilities: PUSH });
    await client.open(SPEC_URI, `# soon\n${SPEC.replace('openapi: 3.0.3\n', '')}`);
    await client.change(SPEC_URI, 2, { text: SPEC });
    await client.until(() => codes(SPEC_URI).length > 0);
  });

  it('gets a reference that another file holds as soon as that file is there', async () => {
    const target = 'file:///work/paths/notes.yaml';
    const pathItem = SPEC.slice(SPEC.indexOf('    post:'), SPEC.indexOf('components:')).replace(/^ {4}/gm, '');
    const spec = SPEC.replace(/ {4}post:[\s\S]*?(?=components:)/, '    $ref: ./paths/notes.yaml\n');
    const files = new Map([
      [SPEC_URI, spec],
      [MODEL_URI, MODEL],
    ]);
    client = await TestClient.start({ capabilities: PUSH, files });
    await client.until(() => client.published.has(SPEC_URI));
    files.set(target, pathItem);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: target, type: 1 }],
    });
    await client.until(() => [...client.published.keys()].some((uri) => codes(uri).includes('missing-authentication')));
  });
});
