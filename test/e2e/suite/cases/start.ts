import * as assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exampleFile, show } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';
import { diagnosticsOf } from '../wait';

/** Milliseconds to read, compile and run our bundle in this host: a copy, so that nothing is remembered of the first time. */
function loadMilliseconds(extensionPath: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'stridewise-load-'));
  const copy = join(folder, 'client.cjs');
  const bundle = readFileSync(join(extensionPath, 'dist/client.cjs'), 'utf8');
  writeFileSync(copy, `${bundle}\n// ${process.hrtime.bigint()}\n`);
  const begin = performance.now();
  createRequire(__filename)(copy);
  const taken = performance.now() - begin;
  rmSync(folder, { recursive: true });
  return taken;
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** First of all cases: the extension has not been looked at before. Times are told, never asserted. */
export const startCases: readonly Case[] = [
  {
    name: 'activation and the first findings',
    async run() {
      const extension = ourExtension();
      const start = performance.now();
      const api = await extension.activate();
      await api.ready;
      const ready = performance.now();
      const spec = await show(exampleFile('openapi.yaml'));
      await diagnosticsOf(spec.uri, 'diagnostics on the specification');
      assert.ok(api.timings().serverStart !== null, 'the server has started');
      const { activation, serverStart } = api.timings();
      const load = median([1, 2, 3, 4, 5].map(() => loadMilliseconds(extension.extensionPath)));
      const told = [
        `activation ${Math.round(load + activation)} ms (loading the bundle ${Math.round(load)}, median of five)`,
        `server ready after ${Math.round(serverStart ?? Number.NaN)} ms`,
        `findings ${Math.round(ready - start)} ms after the suite began`,
        `diagnostics of an opened file ${Math.round(performance.now() - ready)} ms after that`,
      ];
      return told.join(', ');
    },
  },
];
