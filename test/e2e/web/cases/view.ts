import * as assert from 'node:assert/strict';
import { commands } from 'vscode';
import { handsAt } from '../../suite/hands';
import type { Case } from '../../suite/harness';
import { runFacts } from '../run-facts';

const overview = handsAt(`${runFacts.origin}/hands`).pageIn('overview');

export const viewCases: readonly Case[] = [
  {
    name: 'the view of threats has rows',
    async run() {
      await commands.executeCommand('stridewise.threats.focus');
      const answer = await fetch(`${runFacts.origin}/rows`, { method: 'POST' });
      const rows = (await answer.json()) as string[];
      assert.ok(rows.length > 1, `rows: ${rows.join(', ')}`);
      return `${rows.length}, the first: ${rows[0]} / ${rows[1]}`;
    },
  },
  {
    name: 'the risk overview opens, its tabs too, and attacks are simulated',
    async run() {
      await commands.executeCommand('stridewise.showOverview');
      await overview.wait('.tile .number');
      const [open] = await overview.texts('.tile .number');
      assert.ok(Number(open) > 0, `${open} open threats`);
      for (const tab of ['Coverage', 'Data flow', 'Simulation']) {
        await overview.click('[role="tab"]', tab);
        await overview.wait('[role="tabpanel"]:not([hidden]) .part');
      }
      await overview.click('[data-action="simulate"]');
      await overview.wait('.first-table tbody tr');
      return `${open} open threats; first: ${(await overview.texts('.first-table tbody tr .title'))[0]}`;
    },
  },
];
