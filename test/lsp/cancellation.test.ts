import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol/node';
import { SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

describe('a request that is cancelled right behind itself', () => {
  it('is not answered, and the next one is', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: SPEC_URI } };
    const request = client.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token);
    source.cancel();
    await expect(request).rejects.toThrow('cancelled');
    expect((await client.pullItems(SPEC_URI)).length).toBeGreaterThan(0);
  });
});
