import * as assert from 'node:assert/strict';
import { type CodeLens, commands, type TextDocument, type Uri, workspace } from 'vscode';
import { exampleFile, show } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';
import { diagnosticsOf } from '../wait';
import { withSetting } from '../with-setting';

const titlesOf = async (uri: Uri): Promise<string[]> => {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 1000);
  return lenses.map(({ command }) => command?.title ?? '');
};

/** Until the lenses of a file are as `check` wants them: nothing tells an extension that they were asked for. */
async function lensesOf(uri: Uri, check: (titles: readonly string[]) => boolean): Promise<string[]> {
  for (;;) {
    const titles = await titlesOf(uri);
    if (check(titles)) return titles;
  }
}

async function known(): Promise<TextDocument> {
  await ourExtension().exports.ready;
  const document = await show(exampleFile('openapi.yaml'));
  await diagnosticsOf(document.uri, 'diagnostics on the specification');
  return document;
}

export const aroundCases: readonly Case[] = [
  {
    name: 'a description is summed up at its top; the setting has each operation too, or nothing',
    async run() {
      const { uri } = await known();
      const summary = await lensesOf(uri, (titles) => titles.length > 1);
      assert.match(summary[0] ?? '', /^\d+ operations · \d+ open above the line/);
      assert.match(summary[1] ?? '', /^\d+ questions?$/);
      await withSetting('specLens', 'full', async () => {
        const full = await lensesOf(uri, (titles) => titles.length > summary.length);
        assert.ok(full.some((title) => /of 6 categories answered/.test(title)));
      });
      await withSetting('specLens', 'off', async () => {
        await lensesOf(uri, (titles) => titles.length === 0);
      });
      await lensesOf(uri, (titles) => titles.length === summary.length);
      return summary.join(' | ');
    },
  },
  {
    name: 'the lenses of a model and those of a description are switched off apart',
    async run() {
      const { uri } = await known();
      const model = exampleFile('shop.threats.yaml');
      await lensesOf(model, (titles) => titles.length > 0);
      await withSetting('codeLens', false, async () => {
        await lensesOf(model, (titles) => titles.length === 0);
        assert.ok((await titlesOf(uri)).length > 0, 'the description keeps its own');
      });
      await lensesOf(model, (titles) => titles.length > 0);
    },
  },
  {
    name: 'a description in JSON has the same lens',
    async run() {
      const content =
        '{ "openapi": "3.0.3", "info": { "title": "Later", "version": "1" }, "paths": { "/a": { "get": {} } } }';
      const document = await workspace.openTextDocument({ language: 'json', content });
      await show(document.uri);
      const [title] = await lensesOf(document.uri, (titles) => titles.length > 0);
      assert.match(title ?? '', /^1 operation · /);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      return title;
    },
  },
  {
    name: 'a click on a lens shows what it counts',
    async run() {
      const { uri } = await known();
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      const click = lenses.find(({ command }) => command?.command === 'stridewise.showFindings')?.command;
      assert.ok(click, 'a lens that leads somewhere');
      await commands.executeCommand(click.command, ...(click.arguments ?? []));
      await commands.executeCommand('closeReferenceSearch');
    },
  },
];
