import * as assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { Case } from '../../suite/harness';
import { runFacts } from '../run-facts';

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
];
