import * as assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { ourExtension, threats } from '../extension';
import type { Case } from '../harness';
import { ours } from '../wait';

/** What windows with nothing to show say; each is opened for itself. */
export const emptyCases = (wanted: string): readonly Case[] => [
  {
    name: `a window with nothing to show: ${wanted}`,
    async run() {
      const api = await ourExtension().activate();
      await commands.executeCommand('stridewise.threats.focus');
      await api.ready;
      assert.equal(workspace.workspaceFolders === undefined, wanted === 'noFolder');
      assert.deepEqual(await threats().rows(), []);
      assert.equal(threats().empty, wanted);
      assert.equal(threats().badge, 0);
      for (const { uri } of workspace.textDocuments) assert.deepEqual(ours(uri), []);
      assert.equal(window.activeTextEditor, undefined);
      return `the server ${api.timings().serverStart === null ? 'was not needed' : 'runs'}`;
    },
  },
];
