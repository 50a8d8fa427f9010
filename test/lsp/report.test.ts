import { afterEach, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { REPORT, type ReportPage, type ReportParams } from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

async function start(): Promise<void> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, MODEL],
  ]);
  client = await TestClient.start({ capabilities: PULL, files });
}

const report = (params: ReportParams = {}, source = new CancellationTokenSource()) =>
  client.connection.sendRequest<ReportPage>(REPORT, params, source.token);

it('is a page with links to lines, and files as people name them', async () => {
  await start();
  const { title, markdown } = await report();
  expect([title, markdown.startsWith('# Shop\n')]).toEqual(['Shop', true]);
  expect(markdown).toContain(`(<${SPEC_URI}#L`);
  expect(markdown).toMatch(/\[openapi\\\.yaml\\:\d+\]\(</);
  expect(markdown).toContain('10,000 simulated attacks (seed 1)');
  expect(markdown).not.toContain('```');
});

it('is about the descriptions that are named', async () => {
  await start();
  expect((await report({ uris: ['file:///work/other.yaml'] })).markdown).not.toContain('orders');
});

it('can be cancelled', async () => {
  await start();
  const source = new CancellationTokenSource();
  const request = report({}, source);
  source.cancel();
  await expect(request).rejects.toThrow('cancelled');
});
