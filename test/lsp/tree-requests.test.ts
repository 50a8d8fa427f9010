import { afterEach, describe, expect, it } from 'vitest';
import {
  ANSWER_SEVERAL,
  ANSWER_WITH,
  CHANGED,
  type Changed,
  type MitigationChoice,
  RISK_TREE,
  type RiskTreeNode,
  type SeveralFix,
  TREE_CHANGES,
  TREE_DETAILS,
  TREE_NODE_AT,
  type TreeDetails,
  type WireTreeChanges,
} from '../../server/src/protocol';
import { SPEC, SPEC_URI } from './support/shop';
import { applied, PULL, TestClient } from './support/test-client';

const MODEL_URI = 'file:///work/shop.threats.yaml';
const MODEL = `stridewise: 1
apis: { shop: { spec: ./openapi.yaml } }
threats:
  first: { title: The first, affects: shop, stride: denial, dread: 6/6/6/6/6 }
  second: { title: The second, affects: shop, stride: denial, dread: 5/5/5/5/5 }
mitigations:
  limits:
    title: Calls are limited
    covers: first
    status: planned
`;
const VIEW = { groupBy: 'risk', filter: '' };

let client: TestClient;
afterEach(() => client.stop());

const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);
const follow = (parent?: string) =>
  ask<RiskTreeNode[]>(RISK_TREE, { ...VIEW, follow: true, ...(parent && { parent }) });

async function start(): Promise<void> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, MODEL],
  ]);
  client = await TestClient.start({ capabilities: PULL, files, initializationOptions: { changes: true } });
  await new Promise<void>((resolve) => {
    client.connection.onNotification(CHANGED, ({ searching }: Changed) => {
      if (!searching) resolve();
    });
  });
  await client.open(MODEL_URI, MODEL);
}

async function rows(): Promise<RiskTreeNode[]> {
  const below = await Promise.all((await follow()).map(({ id }) => follow(id)));
  return below.flat();
}

const replace = (words: string, text: string) => {
  const line = MODEL.split('\n').findIndex((one) => one.includes(words));
  const character = MODEL.split('\n')[line]?.indexOf(words) ?? 0;
  const range = { start: { line, character }, end: { line, character: character + words.length } };
  return client.change(MODEL_URI, 2, { range, text });
};

describe('The tree that a client follows', () => {
  it('changes by the one node of the threat that has changed', async () => {
    await start();
    expect(await ask(TREE_CHANGES, {})).toBeNull();
    const before = await rows();
    expect(await ask(TREE_CHANGES, {})).toEqual({ changed: [], moved: [] });
    await replace('The second', 'The other');
    const { changed, moved } = await ask<WireTreeChanges>(TREE_CHANGES, {});
    expect([changed.map(({ label }) => label), moved]).toEqual([['The other'], []]);
    expect(before.map(({ id }) => id)).toContain(changed[0]?.id);
    expect(await ask(TREE_CHANGES, {})).toEqual({ changed: [], moved: [] });
  });

  it('has the new order as soon as a digit has changed', async () => {
    await start();
    const labels = (all: readonly RiskTreeNode[]) =>
      all.map(({ label }) => label).filter((one) => one.startsWith('The '));
    expect(labels(await rows())).toEqual(['The first', 'The second']);
    await replace('5/5/5/5/5', '9/9/9/9/9');
    const { moved } = await ask<WireTreeChanges>(TREE_CHANGES, {});
    expect(moved.map(({ parent }) => parent)).toEqual(['', 'risk:medium']);
    expect(labels(await rows())).toEqual(['The second', 'The first']);
  });

  it('stays what the client was told, until it asks for the changes', async () => {
    await start();
    const [group] = await follow();
    await replace('The second', 'The other');
    const told = JSON.stringify(await follow(group?.id));
    expect(told).not.toContain('The other');
    await ask(TREE_CHANGES, {});
    expect(JSON.stringify(await rows())).toContain('The other');
  });

  it('tells more of a node, where it stands now, and what a place is about', async () => {
    await start();
    const row = (await rows()).find(({ label }) => label === 'The first');
    await client.change(MODEL_URI, 2, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      text: '\n',
    });
    const details = await ask<TreeDetails>(TREE_DETAILS, { ...VIEW, id: row?.id });
    expect(details.tooltip).toContain('The first');
    expect(details.answers[0]?.range.start.line).toBe(7);
    expect(await ask(TREE_DETAILS, { ...VIEW, id: 'gone' })).toBeNull();
    const at = { uri: MODEL_URI, position: { line: 4, character: 4 } };
    expect((await ask<string[]>(TREE_NODE_AT, { ...VIEW, at })).at(-1)).toBe(row?.id);
    expect(await ask(TREE_NODE_AT, { ...VIEW, at: { ...at, uri: 'file:///work/none.yaml' } })).toEqual([]);
  });
});

describe('Several items of the tree', () => {
  it('are answered at once, in each way', async () => {
    await start();
    const subjects = (await rows()).filter(({ answerable, finding }) => answerable && finding !== '');
    const fixes = await ask<SeveralFix[]>(ANSWER_SEVERAL, { subjects: subjects.map(({ finding }) => ({ finding })) });
    expect(fixes.map(({ strategy }) => strategy)).toEqual(['reduce', 'transfer', 'avoid', 'accept', 'not-applicable']);
    const [accept] = fixes.filter(({ strategy }) => strategy === 'accept');
    expect(accept).toMatchObject({ answers: subjects.length, detail: '1 entry in shop.threats.yaml' });
    const [file] = accept?.edits ?? [];
    expect([file?.uri, file?.version, file?.edits.length]).toEqual([MODEL_URI, 1, 1]);
    expect(file?.edits[0]?.snippet).toContain('reason: ${1:TODO why');
    expect(await ask(ANSWER_SEVERAL, { subjects: [{ finding: 'gone' }] })).toEqual([]);
  });

  it('are answered by a mitigation that is there', async () => {
    await start();
    const row = (await rows()).find(({ label }) => label === 'The second');
    const [choice, ...rest] = await ask<MitigationChoice[]>(ANSWER_WITH, { subjects: [{ finding: row?.finding }] });
    expect(choice).toMatchObject({ title: 'Calls are limited', description: 'limits · planned' });
    expect(rest).toEqual([]);
    expect(applied(MODEL, choice?.edits[0]?.edits ?? [])).toContain(
      '    covers:\n      - first\n      - second\n    status: planned\n',
    );
  });
});
