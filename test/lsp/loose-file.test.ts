import { afterEach, describe, it } from 'vitest';
import { MODEL, SPEC } from './support/shop';
import { PUSH, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

describe('a specification that is opened without its folder', () => {
  it('is read with the model beside it', async () => {
    const files = new Map([['file:///elsewhere/openapi.threats.yaml', MODEL]]);
    client = await TestClient.start({ capabilities: PUSH, files });
    const uri = 'file:///elsewhere/openapi.yaml';
    await client.open(uri, SPEC);
    await client.until(() => client.published.get(uri)?.some(({ code }) => code === 'missing-authentication') === true);
  });
});
