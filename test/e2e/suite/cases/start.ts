import * as assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { extensions } from 'vscode';
import { exampleFile, show } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf } from '../wait';

/** First of all cases: the extension has not been looked at before. Times are told, never asserted. */
export const startCases: readonly Case[] = [
  {
    name: 'activation and the first findings',
    async run() {
      const extension = extensions.getExtension<{ readonly ready: Promise<void> }>('stridewise.stridewise');
      assert.ok(extension, 'the extension is installed');
      const wasActive = extension.isActive;
      const start = performance.now();
      const api = await extension.activate();
      const activated = performance.now();
      await api.ready;
      const ready = performance.now();
      const spec = await show(exampleFile('openapi.yaml'));
      await diagnosticsOf(spec.uri, 'diagnostics on the specification');
      const told = [
        wasActive ? 'active before the suite' : `activation ${Math.round(activated - start)} ms`,
        `server ready ${Math.round(ready - activated)} ms later`,
        `first diagnostics ${Math.round(performance.now() - ready)} ms after that`,
      ];
      return told.join(', ');
    },
  },
];
