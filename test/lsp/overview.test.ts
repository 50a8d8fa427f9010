import { afterEach, expect, it } from 'vitest';
import { OVERVIEW, type Overview, type OverviewParams } from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

async function overview(params: OverviewParams = {}): Promise<Overview> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, MODEL],
  ]);
  client = await TestClient.start({ capabilities: PULL, files });
  return client.connection.sendRequest<Overview>(OVERVIEW, params);
}

it('answers with figures, rows and a diagram, and files as the client calls them', async () => {
  const found = await overview();
  expect(found.title).toBe('Shop');
  expect([...found.files].sort()).toEqual([SPEC_URI, MODEL_URI].sort());
  expect(found.apis.map(({ name, rows }) => [name, rows.length])).toEqual([['shop', 2]]);
  const [row] = found.apis[0]?.rows ?? [];
  expect([row?.name, found.files[row?.at?.[0] ?? -1], row?.at?.[1]]).toEqual(['GET /orders/{orderId}', SPEC_URI, 10]);
  expect(found.threats.length).toBe(found.summary.threats);
});

it('is about the descriptions that are named', async () => {
  expect((await overview({ uris: ['file:///work/other.yaml'] })).apis).toEqual([]);
});
