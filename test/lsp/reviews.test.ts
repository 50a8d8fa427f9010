import { afterEach, describe, expect, it } from 'vitest';
import {
  type ApplyFix,
  CHANGED,
  type Changed,
  MARK_REVIEWED,
  REVIEWS,
  RISK_TREE,
  type RiskTreeNode,
  TREE_DETAILS,
  TREE_TREND,
  type TreeDetails,
  type TreeTrend,
  type WireReview,
} from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const LOCK_URI = MODEL_URI.replace(/\.yaml$/, '.lock.json');

async function start(texts: Readonly<Record<string, string>>): Promise<Changed> {
  client = await TestClient.start({
    capabilities: PULL,
    files: new Map(Object.entries(texts)),
    initializationOptions: { changes: true },
  });
  return new Promise((resolve) => {
    client.connection.onNotification(CHANGED, (changed: Changed) => {
      if (!changed.searching) resolve(changed);
    });
  });
}

const reviews = (): Promise<WireReview[]> => client.connection.sendRequest(REVIEWS, {});
const marked = (key?: string): Promise<ApplyFix> =>
  client.connection.sendRequest(MARK_REVIEWED, key === undefined ? { model: MODEL_URI } : { model: MODEL_URI, key });

/** The lock that a review of the shop writes. */
async function firstLock(): Promise<string> {
  await start({ [SPEC_URI]: SPEC, [MODEL_URI]: MODEL });
  expect(await reviews()).toMatchObject([{ model: MODEL_URI, first: true, changes: [] }]);
  const { edits } = await marked();
  const lock = edits.find(({ uri }) => uri === LOCK_URI);
  expect(lock).toMatchObject({ create: true, version: null });
  const text = lock?.edits[0]?.newText ?? '';
  await client.stop();
  return text;
}

describe('Reviews', () => {
  it('are written with their lock, and say then what has changed', async () => {
    const lock = await firstLock();
    expect(lock).toMatch(/^\{\n"reviewed": "\d{4}-\d{2}-\d{2}",\n/);
    await start({ [SPEC_URI]: SPEC, [MODEL_URI]: MODEL, [LOCK_URI]: lock });
    expect(await reviews()).toMatchObject([{ first: false, changes: [] }]);
  });

  it('find the lock where the files are', async () => {
    const lock = await firstLock();
    const other = lock.replace(/"[^"\n]+ (?:GET|POST) [^\n]*\n/, '');
    expect(other).not.toBe(lock);
    await start({ [SPEC_URI]: SPEC, [MODEL_URI]: MODEL, [LOCK_URI]: other });
    const [review] = await reviews();
    expect(review?.changes).toMatchObject([{ text: expect.stringMatching(/ is new$/) }]);
    const key = review?.changes[0]?.key ?? '';
    const { edits } = await marked(key);
    expect(edits.map(({ uri }) => uri)).toEqual([LOCK_URI]);
    expect(edits[0]?.edits[0]?.newText).toBe(lock);
    expect((await marked('store GET /nowhere')).refused).toBe('Nothing has changed of store GET /nowhere');
  });

  it('give the tree its trend', async () => {
    const lock = await firstLock();
    const day = /"reviewed": "([^"]+)"/.exec(lock)?.[1];
    const trend = () => client.connection.sendRequest<TreeTrend | null>(TREE_TREND, {});
    await start({ [SPEC_URI]: SPEC, [MODEL_URI]: MODEL });
    expect(await trend()).toBeNull();
    await client.stop();

    const fewer = lock.replace(/"missing-authentication[^"]*"/, '');
    expect(fewer).not.toBe(lock);
    await start({ [SPEC_URI]: SPEC, [MODEL_URI]: MODEL, [LOCK_URI]: fewer });
    expect(await trend()).toEqual({ since: day, came: 1, higher: 0, lower: 0, gone: 0 });
    const view = { groupBy: 'operation', filter: 'new since the review' };
    const groups = await client.connection.sendRequest<RiskTreeNode[]>(RISK_TREE, view);
    const [row] = await client.connection.sendRequest<RiskTreeNode[]>(RISK_TREE, { ...view, parent: groups[0]?.id });
    expect([groups[0]?.description, row?.description]).toEqual([
      expect.stringMatching(/ · 1 new$/),
      expect.stringMatching(/ · new$/),
    ]);
    const details = await client.connection.sendRequest<TreeDetails>(TREE_DETAILS, { ...view, id: row?.id });
    expect(details.tooltip).toContain(`New since the review of ${day?.replaceAll('-', '\\-')}`);
  });
});
