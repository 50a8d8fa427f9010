import * as assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { extensions } from 'vscode';
import { exampleFile, show } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf } from '../wait';

interface Api {
  readonly ready: Promise<void>;
  timings(): { readonly activation: number; readonly serverStart: number | null };
}

/** First of all cases: the extension has not been looked at before. Times are told, never asserted. */
export const startCases: readonly Case[] = [
  {
    name: 'activation and the first findings',
    async run() {
      const extension = extensions.getExtension<Api>('stridewise.stridewise');
      assert.ok(extension, 'the extension is installed');
      const start = performance.now();
      const api = await extension.activate();
      await api.ready;
      const ready = performance.now();
      const spec = await show(exampleFile('openapi.yaml'));
      await diagnosticsOf(spec.uri, 'diagnostics on the specification');
      assert.ok(api.timings().serverStart !== null, 'the server has started');
      const { activation, serverStart } = api.timings();
      const told = [
        `activation ${Math.round(activation)} ms`,
        `server ready after ${Math.round(serverStart ?? Number.NaN)} ms`,
        `findings ${Math.round(ready - start)} ms after the suite began`,
        `diagnostics of an opened file ${Math.round(performance.now() - ready)} ms after that`,
      ];
      return told.join(', ');
    },
  },
];
