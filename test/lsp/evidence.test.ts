import { afterEach, describe, expect, it } from 'vitest';
import { SPEC, SPEC_URI } from './support/shop';
import { PUSH, TestClient } from './support/test-client';

let client: TestClient | null = null;
afterEach(async () => {
  await client?.stop();
  client = null;
});

const MODEL_URI = 'file:///work/shop.threats.yaml';
const PROOF_URI = 'file:///work/src/authorize.ts';
const model = (evidence: string) => `stridewise: 1
apis: { shop: { spec: ./openapi.yaml } }
mitigations:
  none: { control: rate-limiting, status: missing }
  log: { control: audit-log, covers: shop, status: verified, evidence: ${evidence} }
`;

const told = () =>
  (client?.published.get(MODEL_URI) ?? [])
    .map(({ code }) => String(code))
    .filter((code) => code.startsWith('evidence'))
    .join();

describe('Evidence in the editor', () => {
  it('is told as gone when it is, follows the disk and what is typed', async () => {
    const files = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, model('src/authorize.ts#mustOwn')],
      [PROOF_URI, 'export function mustOwn() {}'],
    ]);
    client = await TestClient.start({ capabilities: PUSH, files });
    await client.open(MODEL_URI, model('src/authorize.ts#mustOwn'));
    // Something is always told of it, so that one sees when it has been looked at.
    await client.until(() => (client?.published.get(MODEL_URI)?.length ?? 0) > 0);
    expect(told()).toBe('');
    const changed = () =>
      client?.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: PROOF_URI, type: 2 }],
      });
    files.set(PROOF_URI, 'export function owns() {}');
    await changed();
    await client.until(() => told() === 'evidence-text-gone');
    files.delete(PROOF_URI);
    await changed();
    await client.until(() => told() === 'evidence-gone');
    files.set(PROOF_URI, 'export function mustOwn() {}');
    await changed();
    await client.until(() => told() === '');
    await client.change(MODEL_URI, 2, { text: model('src/other.ts') });
    await client.until(() => told() === 'evidence-gone');
    await client.change(MODEL_URI, 3, { text: model('../outside.ts') });
    await client.until(() => told() === 'evidence-outside');
    expect(told()).toBe('evidence-outside');
  });
});
