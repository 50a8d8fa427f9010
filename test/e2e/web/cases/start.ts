import * as assert from 'node:assert/strict';
import { env, extensions, UIKind, workspace } from 'vscode';
import { exampleFile, show } from '../../suite/example';
import type { Case } from '../../suite/harness';
import { diagnosticsOf } from '../../suite/wait';
import { runFacts } from '../run-facts';

interface Api {
  readonly ready: Promise<void>;
  timings(): { readonly activation: number; readonly serverStart: number | null };
}

export const startCases: readonly Case[] = [
  {
    name: 'VS Code has no machine behind it, and the trust that this run is about',
    async run() {
      assert.equal(env.uiKind, UIKind.Web);
      assert.equal(env.remoteName, undefined);
      assert.equal(workspace.isTrusted, runFacts.trusted);
    },
  },
  {
    name: 'an opened specification starts the extension and its worker, and has diagnostics',
    async run() {
      const begin = performance.now();
      const { uri } = await show(exampleFile('openapi.yaml'));
      const found = await diagnosticsOf(uri, 'diagnostics on the specification');
      const passed = Math.round(performance.now() - begin);
      const extension = extensions.getExtension<Api>('stridewise.stridewise');
      assert.ok(extension?.isActive, 'the extension is active');
      await extension.exports.ready;
      const { activation, serverStart } = extension.exports.timings();
      assert.ok(serverStart !== null, 'the worker has started');
      const told = `activation ${Math.round(activation)} ms, worker ready after ${Math.round(serverStart)} ms`;
      return `${told}, ${found.length} diagnostics after ${passed} ms`;
    },
  },
];
