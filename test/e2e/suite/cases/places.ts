import * as assert from 'node:assert/strict';
import { commands, type Diagnostic, Uri, window, workspace } from 'vscode';
import { exampleFile, onDisk, setText, show } from '../example';
import { type Row, threats, tree } from '../extension';
import type { Case } from '../harness';
import { offered, run } from '../offered';
import { inVirtualFolder, memory, oneFolder } from '../virtual-folder';
import { diagnosticsOf, ours, ruleOf, until } from '../wait';

const key = (d: Diagnostic) =>
  `${d.range.start.line}:${d.range.start.character} ${ruleOf(d)} ${d.severity} ${d.message}`;
const keys = (all: readonly Diagnostic[]) => all.map(key).sort();
const bytes = (text: string) => new TextEncoder().encode(text);

/** What the example's description is found to have where it lies on the disk. */
async function findingsOnDisk(): Promise<string[]> {
  const { uri } = await show(exampleFile('openapi.yaml'));
  return keys(await diagnosticsOf(uri, 'diagnostics on the specification'));
}

export const placeCases = (): readonly Case[] => [
  {
    name: 'two folders: each has its own description and model, and the same findings',
    skip: oneFolder(),
    async run() {
      assert.equal(workspace.workspaceFolders?.length, 2);
      const onFirst = await findingsOnDisk();
      const second = workspace.workspaceFolders?.[1]?.uri ?? exampleFile('');
      const { uri } = await show(Uri.joinPath(second, 'openapi.yaml'));
      const onSecond = keys(
        await diagnosticsOf(uri, 'diagnostics in the second folder', (all) => all.length === onFirst.length),
      );
      assert.deepEqual(onSecond, onFirst);
      const excluded = Uri.joinPath(second, 'hidden/openapi.yaml');
      assert.deepEqual(ours(excluded), [], 'what the second folder alone excludes stays out');
      const labels = (await tree()).flatMap(({ rows }) => rows.map(({ item }) => item.id));
      assert.equal(new Set(labels).size, labels.length, 'ids of their own');
    },
  },
  {
    name: 'a virtual file system: the findings of the disk, the tree and a fix',
    skip: oneFolder(),
    async run() {
      const wanted = await findingsOnDisk();
      return inVirtualFolder(async (uri) => {
        const found = await diagnosticsOf(uri, 'as many as on the disk', (all) => all.length === wanted.length);
        assert.deepEqual(keys(found), wanted);
        const isOfThere = ({ node }: Row) => node.finding.includes(uri.toString());
        await until('the tree leads there', threats().onDidChangeTree, async () =>
          (await tree()).some(({ rows }) => rows.some(isOfThere)),
        );
        assert.equal(await run(await offered(uri, /^Accept/)), null);
        assert.equal(window.activeTextEditor?.document.uri.toString(), 'memfs:/virtual/shop.threats.yaml');
        assert.equal(window.activeTextEditor?.document.isDirty, true);
        await commands.executeCommand('leaveSnippet');
        await commands.executeCommand('workbench.action.files.revert');
        return `${found.length} diagnostics`;
      });
    },
  },
  {
    name: 'a fix that is older than the text of the model is refused and says why',
    async run() {
      const { uri } = await show(exampleFile('openapi.yaml'));
      await diagnosticsOf(uri, 'diagnostics on the specification');
      const action = await offered(uri, /^Accept/);
      const model = await show(exampleFile('shop.threats.yaml'));
      await setText(model, `# a line more\n${model.getText()}`);
      const text = model.getText();
      assert.match(String(await run(action)), /shop\.threats\.yaml has changed since/);
      assert.equal(model.getText(), text);
      await show(model.uri);
      await commands.executeCommand('workbench.action.files.revert');
    },
  },
  {
    name: 'a read-only file: the fix is refused and says why',
    skip: oneFolder(),
    run: () =>
      inVirtualFolder(async (uri) => {
        await diagnosticsOf(uri, 'diagnostics in the virtual folder');
        const model = Uri.parse('memfs:/virtual/shop.threats.yaml');
        memory.locked.add(model.path);
        const text = await onDisk(model);
        const why = await run(await offered(uri, /^Accept/));
        assert.match(String(why), /shop\.threats\.yaml cannot be changed: it is read-only/);
        assert.equal(await onDisk(model), text);
        return String(why);
      }),
  },
  {
    name: 'a read-only file system and an unsaved text: the same findings, and a fix that says why it cannot be',
    async run() {
      const name = 'alone.yaml';
      const text = await onDisk(exampleFile('openapi.yaml'));
      memory.files.set(`/readonly/${name}`, bytes(text));
      memory.register('memro', true);
      const { uri } = await show(Uri.parse(`memro:/readonly/${name}`));
      const there = await diagnosticsOf(uri, 'diagnostics on the read-only file system');
      assert.match(String(await run(await offered(uri, /^Accept/))), /its file system is read-only/);
      const unsaved = await workspace.openTextDocument({ language: 'yaml', content: text });
      await window.showTextDocument(unsaved);
      const found = await diagnosticsOf(
        unsaved.uri,
        'diagnostics of the unsaved text',
        (all) => all.length === there.length,
      );
      assert.deepEqual(keys(found), keys(there));
      assert.match(String(await run(await offered(unsaved.uri, /^Accept/))), /Save the API description first/);
      await window.showTextDocument(unsaved);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      return `${found.length} diagnostics`;
    },
  },
];
