import { afterEach, describe, expect, it } from 'vitest';
import {
  CHANGED,
  type Changed,
  HIDE,
  NOT_CHECKED,
  type NotChecked,
  RISK_TREE,
  type RiskTreeNode,
} from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

const RULE = 'missing-authentication';
let client: TestClient;
let changes: Changed[] = [];
let arrived: () => void = () => {};
afterEach(() => client.stop());

/** The next news that `suits`; what is known already counts. */
async function news(suits: (changed: Changed) => boolean): Promise<Changed> {
  for (;;) {
    const found = changes.find(suits);
    if (found) return found;
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
  }
}

async function start(options: object, spec = SPEC): Promise<Changed> {
  changes = [];
  const files = new Map([
    [SPEC_URI, spec],
    [MODEL_URI, MODEL],
  ]);
  client = await TestClient.start({ capabilities: PULL, files, initializationOptions: { changes: true, ...options } });
  client.connection.onNotification(CHANGED, (changed: Changed) => {
    changes.push(changed);
    arrived();
  });
  const first = await news(({ searching }) => !searching);
  await client.open(SPEC_URI, spec);
  return first;
}

async function seen(): Promise<{ diagnostics: boolean; tree: boolean }> {
  const items = await client.pullItems(SPEC_URI);
  const tree = await client.connection.sendRequest<RiskTreeNode[]>(RISK_TREE, { groupBy: 'risk', filter: RULE });
  return { diagnostics: items.some(({ code }) => code === RULE), tree: tree.length > 0 };
}

describe('settings', () => {
  it('hide findings and say how many, and find the same', async () => {
    const shown = await start({});
    expect([shown.hidden, await seen()]).toEqual([0, { diagnostics: true, tree: true }]);
    changes = [];
    await client.connection.sendNotification(HIDE, { rules: [RULE] });
    const after = await news(({ hidden }) => hidden > 0);
    expect([after.hidden, after.open]).toEqual([1, shown.open - 1]);
    expect(await seen()).toEqual({ diagnostics: false, tree: false });
    changes = [];
    await client.connection.sendNotification(HIDE, { rules: [] });
    expect(await news(({ hidden }) => hidden === 0)).toEqual(shown);
    expect(await seen()).toEqual({ diagnostics: true, tree: true });
  });

  it('hide from the start', async () => {
    expect((await start({ hide: [RULE, 'unanswered', 7] })).hidden).toBeGreaterThan(1);
    expect(await seen()).toEqual({ diagnostics: false, tree: false });
  });
});

describe('what was not checked', () => {
  it('is nothing where all could be read', async () => {
    expect((await start({})).notChecked).toBe(0);
    expect(await client.connection.sendRequest(NOT_CHECKED, {})).toEqual([]);
  });

  it('is a later version and a dialect of schemas', async () => {
    const spec = SPEC.replace(/^openapi: .*/m, 'openapi: 4.0.0\njsonSchemaDialect: https://schemas.example/own');
    expect((await start({}, spec)).notChecked).toBe(2);
    const parts = await client.connection.sendRequest<NotChecked[]>(NOT_CHECKED, {});
    expect(parts.map(({ reason }) => reason)).toEqual([
      'OpenAPI 4.0.0 is not known here: it is read as 3.2, and what is new in it is not checked',
      expect.stringContaining('https://schemas.example/own is not known here'),
    ]);
  });

  it('is counted and told with its place', async () => {
    const spec = SPEC.replace('schema: { type: string }', 'schema: { $ref: "./gone.yaml#/Id" }').replace(
      '        "204":',
      '        "204": { $ref: "https://elsewhere.example/x.yaml#/Done" }\n        "205":',
    );
    const { notChecked } = await start({}, spec);
    const parts = await client.connection.sendRequest<NotChecked[]>(NOT_CHECKED, {});
    expect(parts.length).toBe(notChecked);
    expect(parts).toHaveLength(2);
    for (const { uri, range, reason } of parts) {
      expect(uri).toBe(SPEC_URI);
      expect(range).not.toBeNull();
      expect(reason).toMatch(/gone\.yaml|elsewhere/);
    }
  });
});
