import { afterEach, describe, expect, it } from 'vitest';
import { pullOrder } from '../../client/src/pull-order';
import { analyse, diagnosticsFor, openDocument, Workspace } from '../../server/src/core/index';
import { DIAGNOSTICS_LOST } from '../../server/src/protocol';
import { PullWindow } from './support/pull-window';
import { MODEL, SPEC } from './support/shop';
import { PULL, TestClient, TODAY } from './support/test-client';

const ANSWERED = `${MODEL}notApplicable:\n  missing-authentication on POST /notes: Anybody may\n`;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A window in front of a server of its own; its files have names of their own. */
async function windowOf(name: string) {
  const [spec, model] = [`file:///work/${name}.yaml`, `file:///work/${name}.threats.yaml`];
  const texts = new Map([
    [spec, SPEC],
    [model, modelOf(MODEL)],
  ]);
  function modelOf(text: string) {
    return text.replace('./openapi.yaml', `./${name}.yaml`);
  }
  const client = await TestClient.start({ capabilities: PULL, files: new Map(texts) });
  const window = new PullWindow(client.connection, (isShown) =>
    pullOrder({
      isShown: (document) => isShown(String('uri' in document ? document.uri : document)),
      onLost: (uri) => void client.connection.sendNotification(DIAGNOSTICS_LOST, { uri }),
    }),
  );
  closing.push(async () => {
    window.dispose();
    for (const uri of texts.keys()) await window.close(uri);
    await client.stop();
  });
  return {
    window,
    spec,
    model,
    /** Opens the document where it is not open yet; a tab in the place of the other file's where that is said. */
    show: (uri: string, replaces = false) =>
      window.show(uri, texts.get(uri) ?? '', replaces ? (uri === spec ? model : spec) : undefined),
    async change(uri: string, text: string) {
      texts.set(uri, uri === model ? modelOf(text) : text);
      await window.open(uri, texts.get(uri) ?? '');
      await window.change(uri, texts.get(uri) ?? '');
    },
    async close(uri: string) {
      await window.close(uri);
      texts.set(uri, uri === model ? modelOf(MODEL) : SPEC);
    },
    shown: () => (window.shown.get(spec) ?? []).map(({ message }) => message).sort(),
    wanted() {
      const documents = [...texts].map(([uri, text]) => openDocument(uri, text, uri === model ? 'model' : 'spec'));
      const workspace = Workspace.empty.withAll(documents).asSearched(true);
      const analysis = analyse(workspace, { today: TODAY });
      const open = window.isOpen(spec);
      return diagnosticsFor(workspace, analysis, spec, { open })
        .map(({ message }) => message)
        .sort();
    },
  };
}

const patience = { timeout: 5000 };

describe('what a window shows of a description', () => {
  it('is of its present text when its tab was closed before the first answer came', async () => {
    const { window, spec, show, shown, wanted } = await windowOf('hasty');
    await expect.poll(shown, patience).toEqual(wanted());
    await show(spec);
    window.closeTab(spec);
    expect(shown()).not.toEqual(wanted());
    await expect.poll(shown, patience).toEqual(wanted());
  });

  it('is as before when an answer in the model was taken back and its tab is no longer there', async () => {
    const { spec, model, show, change, shown, wanted } = await windowOf('taken-back');
    await show(spec);
    await expect.poll(shown, patience).toEqual(wanted());
    const before = shown();
    await show(model, true);
    await change(model, ANSWERED);
    await expect.poll(shown, patience).toEqual(wanted());
    expect(shown()).not.toEqual(before);
    await change(model, MODEL);
    await expect.poll(shown, patience).toEqual(before);
  });

  it.each([79, 127, 200, 3, 5, 8, 13, 21])(
    'is what is there, whatever becomes of tabs and texts (%d)',
    async (seed) => {
      const walk = await windowOf(`walk-${seed}`);
      let state = seed;
      const next = (count: number) => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return (state >>> 10) % count;
      };
      const steps: readonly (() => unknown)[] = [
        () => walk.show(walk.spec, next(2) === 1),
        () => walk.show(walk.model, next(2) === 1),
        () => walk.change(walk.model, next(2) === 1 ? ANSWERED : MODEL),
        () => walk.change(walk.spec, next(2) === 1 ? SPEC.replace('title: Shop', 'title: Shops') : SPEC),
        () => walk.window.closeTab(walk.spec),
        () => walk.close(walk.spec),
      ];
      for (let step = 0; step < 30; step++) {
        await steps[next(steps.length)]?.();
        // As long as messages are under way, or until nothing is.
        for (let turns = [0, 1, 5, 100][next(4)] ?? 0; turns > 0; turns--)
          await new Promise((resolve) => setImmediate(resolve));
      }
      await expect.poll(walk.shown, patience).toEqual(walk.wanted());
      expect(walk.window.errors).toEqual([]);
    },
  );
});
