import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, ProgressType } from 'vscode-languageserver-protocol/node';
import type { HostWorker } from '../../server/src/lsp/host';
import type { News, Work } from '../../server/src/lsp/simulation-work';
import { workerOf } from '../../server/src/node/start-worker';
import { SIMULATE, type SimulateParams, type WireSimulation } from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient, type TestClientOptions } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

let program = '';
let browserProgram = '';
/** The worker's programs, bundled as the build does. */
beforeAll(async () => {
  const { workerProgram } = (await import(pathToFileURL(resolve('scripts/build.mjs')).href)) as {
    workerProgram(entry: string, options: object): Promise<string>;
  };
  const shared = { bundle: true, mainFields: ['module', 'main'], logLevel: 'silent' };
  const node = { ...shared, platform: 'node', format: 'cjs' };
  program = await workerProgram('server/src/node/simulation-worker.ts', node);
  const browser = { ...shared, platform: 'browser', format: 'iife' };
  browserProgram = await workerProgram('server/src/browser/simulation-worker.ts', browser);
}, 60_000);

/** A thread that is none: a browser's program with a worker's own object, called when the caller is done. */
function browserWorker(): HostWorker {
  let hear: (news: News) => void = () => undefined;
  const self = {
    postMessage: (news: News) => hear(news),
    onmessage: (_message: { data: Work }): void => undefined,
  };
  runInNewContext(browserProgram, { self });
  return {
    post: (work) => queueMicrotask(() => self.onmessage({ data: work })),
    listen: (listener) => {
      hear = listener;
    },
    terminate: () => undefined,
  };
}

async function start(startWorker?: TestClientOptions['startWorker']): Promise<void> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, MODEL],
  ]);
  client = await TestClient.start({ capabilities: PULL, files, ...(startWorker === undefined ? {} : { startWorker }) });
}

const simulate = (params: SimulateParams = {}, source = new CancellationTokenSource()) =>
  client.connection.sendRequest<WireSimulation>(SIMULATE, params, source.token);

/** A run that nobody waits for to its end. */
const LONG = 1_000_000;
const progressType = new ProgressType<{ kind: string; percentage?: number }>();

describe('a simulation in the server', () => {
  it('says what is lost, how, and what to do, each with its place', async () => {
    await start();
    const found = await simulate({ seed: 3 });
    expect([found.runs, found.seed, found.modelled]).toEqual([10_000, 3, false]);
    const steps = found.paths.flatMap((path) => path.steps).filter(({ finding }) => finding !== '');
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.every(({ location, operation }) => location?.uri === SPEC_URI && operation !== '')).toBe(true);
    expect(found.first.length).toBeGreaterThan(0);
    expect(await simulate({ seed: 3 })).toEqual(found);
    expect((await simulate({ seed: 4 })).loss).not.toBe(found.loss);
  });

  it('takes only the descriptions that are named, and numbers that make sense', async () => {
    await start();
    expect((await simulate({ uris: ['file:///work/other.yaml'] })).assets).toEqual([]);
    expect((await simulate({ uris: [SPEC_URI], runs: 0 })).runs).toBe(1);
    expect((await simulate({ runs: Number.NaN, seed: 1.5 })).seed).toBe(1);
  });

  it('tells how far it is', async () => {
    await start();
    const told: { kind: string; percentage?: number }[] = [];
    client.connection.onProgress(progressType, 'p', (value) => {
      told.push(value);
    });
    await simulate({ workDoneToken: 'p' });
    expect([told.at(0)?.kind, told.at(-1)?.kind]).toEqual(['begin', 'end']);
    const shares = told.flatMap(({ percentage }) => percentage ?? []);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(100);
  });
});

describe.each([
  ['in slices', false],
  ['in a worker', true],
])('a simulation %s', (_, isWorker) => {
  const begin = () => start(isWorker ? () => workerOf(program) : undefined);
  /** Resolves when the simulation is well under way. */
  const underWay = () =>
    new Promise<void>((done) => {
      client.connection.onProgress(progressType, 'p', ({ percentage = 0 }) => {
        if (percentage >= 1) done();
      });
    });

  it('can be cancelled in the middle, and the server goes on', async () => {
    await begin();
    const source = new CancellationTokenSource();
    const going = underWay();
    const request = simulate({ runs: LONG, workDoneToken: 'p' }, source);
    await going;
    source.cancel();
    await expect(request).rejects.toThrow('cancelled');
    expect((await simulate({ runs: 100 })).runs).toBe(100);
  });

  it('lets other requests through while it runs', async () => {
    await begin();
    const source = new CancellationTokenSource();
    let isOver = false;
    const going = underWay();
    const request = simulate({ runs: LONG, workDoneToken: 'p' }, source).finally(() => {
      isOver = true;
    });
    await going;
    for (let count = 0; count < 5; count++) expect((await client.pullItems(SPEC_URI)).length).toBeGreaterThan(0);
    expect(isOver).toBe(false);
    source.cancel();
    await expect(request).rejects.toThrow('cancelled');
  });
});

describe('a worker', () => {
  it('finds what slices find', async () => {
    await start();
    const inSlices = await simulate();
    await client.stop();
    await start(() => workerOf(program));
    expect(await simulate()).toEqual(inSlices);
    await client.stop();
    await start(browserWorker);
    expect(await simulate()).toEqual(inSlices);
  });

  it('has a program of its own, without what only the server needs', async () => {
    await start();
    for (const text of [program, browserProgram]) expect(text.length).toBeLessThan(20_000);
  });

  it('that breaks is done without', async () => {
    let started = 0;
    await start(() => {
      started++;
      return workerOf("throw new Error('planted')");
    });
    expect((await simulate({ runs: 500 })).runs).toBe(500);
    expect(started).toBe(1);
  });
});
