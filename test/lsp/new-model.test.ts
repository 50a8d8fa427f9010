import { afterEach, describe, expect, it } from 'vitest';
import { CHANGED, type Changed, NEW_MODEL, type NewModels } from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const OTHER_URI = 'file:///work/more/other.yaml';

/** Starts with these files; resolves with what the server tells once it has looked at them. */
async function start(texts: Readonly<Record<string, string>>): Promise<Changed> {
  const files = new Map(Object.entries(texts));
  client = await TestClient.start({ capabilities: PULL, files, initializationOptions: { changes: true } });
  return new Promise((resolve) => {
    client.connection.onNotification(CHANGED, (changed: Changed) => {
      if (!changed.searching) resolve(changed);
    });
  });
}

const newModels = (uris?: readonly string[]): Promise<NewModels> =>
  client.connection.sendRequest(NEW_MODEL, uris === undefined ? {} : { uris });

describe('New models', () => {
  it('are offered for each folder with descriptions that have none', async () => {
    expect(await start({ [SPEC_URI]: SPEC, [OTHER_URI]: SPEC })).toMatchObject({ bare: [SPEC_URI, OTHER_URI] });
    const { models, modelled, apis } = await newModels();
    expect([apis, modelled]).toEqual([2, []]);
    expect(models.map(({ uri, specs }) => [uri, specs])).toEqual([
      [MODEL_URI, [SPEC_URI]],
      ['file:///work/more/other.threats.yaml', [OTHER_URI]],
    ]);
    const [first] = models;
    expect(first?.edits).toMatchObject([{ uri: MODEL_URI, create: true, version: null }]);
    expect(first?.edits[0]?.edits[0]?.newText).toContain(
      'shop: { spec: ./openapi.yaml, exposure: internet, zone: backend }',
    );
    expect(first?.cursor).toEqual({
      uri: MODEL_URI,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });
  });

  it('are for the wanted descriptions alone, however their uris are escaped', async () => {
    const spaced = 'file:///work/my%20api%40home.yaml';
    await start({ [SPEC_URI]: SPEC, [spaced.replace('%40', '@')]: SPEC });
    const { models } = await newModels([spaced]);
    expect(models.map(({ uri }) => uri)).toEqual(['file:///work/my%20api@home.threats.yaml']);
    expect(await newModels(['file:///work/nothing.yaml'])).toEqual({ models: [], modelled: [], apis: 2 });
  });

  it('count as soon as the editor has them, and a description that has one is told with it', async () => {
    expect(await start({ [SPEC_URI]: SPEC })).toMatchObject({ bare: [SPEC_URI], models: 0 });
    const told = new Promise<Changed>((resolve) => {
      client.connection.onNotification(CHANGED, (changed: Changed) => {
        if (changed.models > 0) resolve(changed);
      });
    });
    const { models } = await newModels();
    await client.open(MODEL_URI, models[0]?.edits[0]?.edits[0]?.newText ?? '');
    expect(await told).toMatchObject({ bare: [], models: 1 });
    expect(await client.pullItems(MODEL_URI)).toEqual([]);
    expect(await newModels()).toEqual({ models: [], modelled: [{ spec: SPEC_URI, model: MODEL_URI }], apis: 1 });
  });

  it('are none where all have one', async () => {
    expect(await start({ [SPEC_URI]: SPEC, [MODEL_URI]: MODEL })).toMatchObject({ bare: [] });
    expect((await newModels([SPEC_URI])).modelled).toEqual([{ spec: SPEC_URI, model: MODEL_URI }]);
  });
});
