import { afterEach, describe, expect, it } from 'vitest';
import { SPEC, SPEC_URI } from './support/shop';
import { PUSH, TestClient } from './support/test-client';

let client: TestClient | null = null;
afterEach(async () => {
  await client?.stop();
  client = null;
});

const MODEL_URI = 'file:///work/shop.threats.yaml';
const PAY_URI = 'file:///work/vendor/pay.yaml';
const PAY = `openapi: 3.0.3
info: { title: Pay, version: "1" }
servers: [{ url: http://pay.example }]
paths:
  /charges: { get: { responses: {} }, post: { operationId: charge, responses: {} } }
`;
const model = (rest: string) => `stridewise: 1
apis: { shop: { spec: ./openapi.yaml } }
components: { payments: { kind: external, spec: vendor/pay.yaml } }
${rest}`;
const CALLS = 'flows: { shop -> payments: {} }\n';

const shown = () => (client?.published.get(PAY_URI) ?? []).map(({ severity, message }) => `${severity} ${message}`);

async function started(rest: string): Promise<TestClient> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, model(rest)],
    [PAY_URI, PAY],
  ]);
  client = await TestClient.start({ capabilities: PUSH, files });
  await client.open(MODEL_URI, model(rest));
  return client;
}

describe('the description of a component', () => {
  it('has one information while it is closed, and none once the model answers', async () => {
    const { change, until } = wrapped(await started(CALLS));
    await until(() => shown().join() === '3 2 operations of `payments` that you call have unanswered questions');
    const owner = 'reason: They are audited, owner: cto, until: 2099-01-01';
    await change(2, `${CALLS}mitigations: { audited: { strategy: accept, covers: all on payments, ${owner} } }\n`);
    await until(() => shown().length === 0);
  });

  it('has a question for each operation while it is open, and all findings of an API once it is one', async () => {
    const { change, until } = wrapped(await started(CALLS));
    await client?.open(PAY_URI, PAY);
    await until(() => shown().length === 2);
    expect(shown().every((line) => line.startsWith('3 Nobody has said yet'))).toBe(true);
    await change(
      2,
      `${CALLS}threats: { fake: { title: A fake provider answers, affects: payments operation charge, stride: spoofing } }\n`,
    );
    await until(() => shown().some((line) => line.startsWith('2 A fake provider answers')));
    const uri = MODEL_URI;
    const text = model('').replace(
      'shop: { spec: ./openapi.yaml }',
      'shop: { spec: ./openapi.yaml }, pay: { spec: vendor/pay.yaml }',
    );
    await client?.change(uri, 3, { text });
    await until(() => (client?.published.get(PAY_URI) ?? []).some(({ code }) => code === 'cleartext-transport'));
  });
});

function wrapped(one: TestClient) {
  return {
    change: (version: number, rest: string) => one.change(MODEL_URI, version, { text: model(rest) }),
    until: (met: () => boolean) => one.until(met),
  };
}
