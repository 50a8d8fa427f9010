import * as assert from 'node:assert/strict';
import { commands, extensions, type Hover, languages, workspace } from 'vscode';
import { exampleFile, show } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf, until } from '../wait';

const extension = () => extensions.getExtension('stridewise.stridewise');

export const guestCases: readonly Case[] = [
  {
    name: 'every command of the manifest is registered',
    async run() {
      const declared: { command: string }[] = extension()?.packageJSON.contributes.commands;
      const known = new Set(await commands.getCommands(true));
      assert.deepEqual(
        declared.map(({ command }) => command).filter((command) => !known.has(command)),
        [],
      );
      return `${declared.length} commands`;
    },
  },
  {
    name: 'the window is trusted or restricted as this run wants it',
    async run() {
      assert.equal(String(workspace.isTrusted), process.env.STRIDEWISE_TRUSTED);
      assert.ok(extension()?.isActive, 'the extension is active');
    },
  },
  {
    name: 'a model known by its root key alone gets its language',
    async run() {
      const uri = exampleFile('risks.yaml');
      await workspace.fs.writeFile(uri, new TextEncoder().encode('stridewise: 1\ntitle: Risks\n'));
      const isModel = () =>
        workspace.textDocuments.find((d) => d.fileName.endsWith('risks.yaml'))?.languageId === 'threat-model';
      const switched = until('the language is switched', workspace.onDidOpenTextDocument, isModel);
      await workspace.openTextDocument(uri);
      await switched;
      await workspace.fs.delete(uri);
    },
  },
  {
    name: 'a hover explains the operation',
    async run() {
      const uri = exampleFile('openapi.yaml');
      await show(uri);
      const [first] = await diagnosticsOf(uri, 'diagnostics on the specification');
      assert.ok(first);
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, first.range.start);
      assert.ok(hovers.length > 0, 'there is a hover');
    },
  },
  {
    name: 'yaml keeps its own formatter and outline',
    async run() {
      const uri = exampleFile('openapi.yaml');
      const symbols = await commands.executeCommand<unknown[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
      const edits = await commands.executeCommand<unknown[] | undefined>('vscode.executeFormatDocumentProvider', uri, {
        tabSize: 2,
        insertSpaces: true,
      });
      assert.deepEqual([symbols ?? [], edits ?? []], [[], []]);
      assert.ok((await languages.getLanguages()).includes('threat-model'));
    },
  },
  {
    name: 'the threat view opens',
    run: async () => commands.executeCommand('stridewise.threats.focus'),
  },
];
