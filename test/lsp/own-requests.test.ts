import { afterEach, describe, expect, it } from 'vitest';
import {
  CHANGED,
  type Changed,
  EXPLAIN,
  type Explanation,
  FINDING_FIXES,
  type FindingFix,
  RISK_TREE,
  type RiskTreeNode,
} from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

function tree(groupBy: string, filter = '', parent?: string): Promise<RiskTreeNode[]> {
  return client.connection.sendRequest(RISK_TREE, { groupBy, filter, ...(parent !== undefined && { parent }) });
}

async function start(withModel: boolean): Promise<Changed> {
  const files = new Map([[SPEC_URI, SPEC]]);
  if (withModel) files.set(MODEL_URI, MODEL);
  client = await TestClient.start({ capabilities: PULL, files, initializationOptions: { changes: true } });
  return new Promise((resolve) => {
    client.connection.onNotification(CHANGED, (changed: Changed) => {
      if (!changed.searching) resolve(changed);
    });
  });
}

describe('our own requests', () => {
  it('tell what there is once the workspace has been searched', async () => {
    expect(await start(true)).toMatchObject({ searching: false, apis: 1, models: 1 });
  });

  it('give the tree level by level, with stable ids, and only what the filter lets through', async () => {
    await start(true);
    for (const groupBy of ['risk', 'stride', 'operation', 'status']) {
      const top = await tree(groupBy);
      expect(top.length, groupBy).toBeGreaterThan(0);
      expect(await tree(groupBy)).toEqual(top);
      const below = await tree(groupBy, '', top[0]?.id);
      expect(below.length).toBe(top[0]?.children);
      expect(below.every(({ finding }) => finding !== '')).toBe(true);
      // A group's items are not sent with it.
      expect(JSON.stringify(top)).not.toContain(below[0]?.id);
    }
    expect(await tree('risk', 'nothing contains this')).toEqual([]);
  });

  it('answer and explain an item of the tree', async () => {
    await start(true);
    const [group] = await tree('risk', 'missing-authentication');
    const [node] = await tree('risk', 'missing-authentication', group?.id);
    const finding = node?.finding ?? '';
    const fixes = await client.connection.sendRequest<FindingFix[]>(FINDING_FIXES, { finding });
    expect(fixes.map(({ strategy }) => strategy)).toEqual(['reduce', 'transfer', 'avoid', 'accept', '']);
    const explanation = await client.connection.sendRequest<Explanation>(EXPLAIN, { finding });
    expect(explanation).toMatchObject({ rule: 'missing-authentication' });
    expect(explanation.markdown).toContain('## What would clear it');
    expect(await client.connection.sendRequest(EXPLAIN, { finding: 'gone' })).toBeNull();
  });

  it('give the operations of a shared cause below it, and answers for one of them alone', async () => {
    const shared = SPEC.replace(
      '    get:\n',
      '    parameters: [{ name: orderId, in: path, required: true }]\n    delete: {}\n    get:\n',
    );
    const files = new Map([
      [SPEC_URI, shared],
      [MODEL_URI, MODEL],
    ]);
    client = await TestClient.start({ capabilities: PULL, files, initializationOptions: { changes: true } });
    await new Promise<void>((resolve) => {
      client.connection.onNotification(CHANGED, ({ searching }: Changed) => {
        if (!searching) resolve();
      });
    });
    const wanted = 'broken-object-level-authorization';
    const [group] = await tree('risk', wanted);
    const [cause] = await tree('risk', wanted, group?.id);
    const below = await tree('risk', wanted, cause?.id);
    expect(below.map(({ operation }) => operation).sort()).toEqual([
      'DELETE /orders/{orderId}',
      'GET /orders/{orderId}',
    ]);
    expect(below.length).toBe(cause?.children);
    const [one] = below;
    const params = { finding: one?.finding, operation: one?.operation, alone: true };
    const fixes = await client.connection.sendRequest<FindingFix[]>(FINDING_FIXES, params);
    expect(fixes.map(({ title }) => title.endsWith(`(only ${one?.operation})`))).toEqual([true, true, true, true]);
    const { markdown } = await client.connection.sendRequest<Explanation>(EXPLAIN, params);
    expect(markdown).toContain('one of 2 operations');
  });
});
