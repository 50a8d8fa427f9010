import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, type CompletionList } from 'vscode-languageserver-protocol/node';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient, type TestClientOptions } from './support/test-client';

const TEXT = `${MODEL}mitigations:\n  one:\n    evidence: `;
const OTHERS = ['src/orders.ts', 'test/orders.test.ts', '.gitignore', 'build/out.js'].map(
  (path) => [`file:///work/${path}`, path === '.gitignore' ? 'build/\n' : 'text'] as const,
);
const FILES = new Map([[SPEC_URI, SPEC], [MODEL_URI, TEXT], ...OTHERS]);

let client: TestClient;
afterEach(() => client.stop());

const position = { line: TEXT.split('\n').length - 1, character: 14 };
const params = { textDocument: { uri: MODEL_URI }, position };

async function start(options: Partial<TestClientOptions>): Promise<void> {
  client = await TestClient.start({ capabilities: PULL, ...options });
  await client.open(MODEL_URI, TEXT);
  await client.pull(MODEL_URI);
}

async function offered(): Promise<string[]> {
  const list: CompletionList | null = await client.connection.sendRequest('textDocument/completion', params);
  return (list?.items ?? []).map(({ label }) => label);
}

describe('What may be evidence', () => {
  test('is every file of the folder that the host lists', async () => {
    await start({ files: FILES });
    expect(await offered()).toEqual(
      expect.arrayContaining(['./openapi.yaml', './src/orders.ts', './test/orders.test.ts']),
    );
    expect(await offered()).not.toContain('./openapi.threats.yaml');
  });

  test('is asked from a client that alone can list them, without what git ignores', async () => {
    await start({ clientFiles: FILES, initializationOptions: { clientFiles: true } });
    await client.connection.sendRequest('textDocument/definition', { ...params, position: { line: 0, character: 0 } });
    const labels = await offered();
    expect(labels).toEqual(expect.arrayContaining(['./src/orders.ts', './test/orders.test.ts']));
    expect(labels).not.toContain('./build/out.js');
  });

  test('is listed only where it may stand', async () => {
    await start({ clientFiles: FILES, initializationOptions: { clientFiles: true } });
    await client.connection.sendRequest('textDocument/definition', { ...params, position: { line: 0, character: 0 } });
    const before = client.searches;
    const elsewhere = { ...params, position: { line: 1, character: 7 } };
    await client.connection.sendRequest('textDocument/completion', elsewhere);
    expect(client.searches).toBe(before);
    await offered();
    expect(client.searches).toBe(before + 1);
  });

  test('is not waited for once nobody wants it', async () => {
    await start({ files: FILES });
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/completion', params, source.token);
    source.cancel();
    await expect(asked).rejects.toThrow('cancelled');
  });
});
