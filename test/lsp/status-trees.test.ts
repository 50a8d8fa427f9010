import { afterEach, describe, expect, it } from 'vitest';
import {
  CHANGED,
  type Changed,
  GOALS,
  INVENTORY,
  PROCESS,
  type ProcessRows,
  type StatusRow,
} from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

async function start(model: string): Promise<Changed> {
  const files = new Map([[SPEC_URI, SPEC]]);
  if (model !== '') files.set(MODEL_URI, model);
  client = await TestClient.start({ capabilities: PULL, files, initializationOptions: { changes: true } });
  return new Promise((resolve) => {
    client.connection.onNotification(CHANGED, (changed: Changed) => {
      if (!changed.searching) resolve(changed);
    });
  });
}

const goals = () => client.connection.sendRequest<StatusRow[]>(GOALS, {});
const process = () => client.connection.sendRequest<ProcessRows>(PROCESS, {});

describe('The goals of a workspace', () => {
  it('come with their states, questions and places, and what is told says how many there are', async () => {
    const title = 'Always \u202ethere';
    expect(
      await start(`${MODEL}goals:\n  up: { title: ${title}, property: availability, protects: shop }\n`),
    ).toMatchObject({ goals: 1 });
    const [up] = await goals();
    expect(up).toMatchObject({
      description: 'at risk',
      tone: 'waiting',
      location: { uri: MODEL_URI, range: { start: { line: 6, character: 2 }, end: { line: 6, character: 4 } } },
    });
    expect(up?.label).not.toContain('\u202e');
    expect(up?.children.at(-1)).toMatchObject({ label: 'availability', tone: 'waiting', children: [] });
  });

  it('are none without a model that has some', async () => {
    expect(await start(MODEL)).toMatchObject({ goals: 0 });
    expect(await goals()).toEqual([]);
  });
});

describe('The process', () => {
  it('has seven stages and how many are complete, each line with its place', async () => {
    await start(MODEL);
    const { progress, rows } = await process();
    expect(progress).toMatch(/^\d of 7$/);
    expect(rows.map(({ label }) => label.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.']);
    expect(rows[0]).toMatchObject({ description: 'empty', tone: 'bad' });
    expect(rows[0]?.children[0]?.location).toMatchObject({ uri: MODEL_URI, range: { start: { line: 0 } } });
  });

  it('has nothing to show without a model', async () => {
    await start('');
    expect(await process()).toEqual({ progress: '', rows: [] });
  });
});

describe('The APIs of a workspace', () => {
  const apis = () => client.connection.sendRequest<StatusRow[]>(INVENTORY, {});

  it('come with what is to be looked at', async () => {
    await start(MODEL);
    const [shop, ...others] = await apis();
    expect(others).toEqual([]);
    expect(shop).toMatchObject({ tone: 'waiting', location: { uri: SPEC_URI } });
    expect(shop?.description).toMatch(/\d operations?/);
    expect(shop?.children.map(({ label }) => label)).toContain('Its threat model names no review');
  });

  it('are told to have no model', async () => {
    await start('');
    const [shop] = await apis();
    expect(shop?.children.map(({ label }) => label)).toEqual(['No threat model names it']);
  });
});
