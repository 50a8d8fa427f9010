import * as assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { exampleFile, restore, show } from '../example';
import { groupBy, ourExtension, threats, tree } from '../extension';
import type { Case } from '../harness';
import { diagnosticsOf, until } from '../wait';

export const known = async () => {
  await ourExtension().exports.ready;
  await diagnosticsOf((await show(exampleFile('openapi.yaml'))).uri, 'diagnostics on the specification');
};

export async function firstOpen() {
  await groupBy('Risk');
  for (const { rows } of await tree()) {
    const row = rows.find(({ node }) => node.context === 'finding.open');
    if (row) return row;
  }
  throw new Error('no open threat in the tree');
}

export const treeCases: readonly Case[] = [
  {
    name: 'the threat tree has rows in each grouping, each with an icon, an id and words for a screen reader',
    async run() {
      await known();
      const told: string[] = [];
      for (const grouping of ['Stride', 'Operation', 'Status', 'Risk'] as const) {
        await groupBy(grouping);
        const groups = await tree();
        const rows = groups.flatMap((group) => group.rows);
        assert.ok(groups.length > 1, `${grouping}: several groups`);
        const ids = [...groups.map(({ group }) => group.item.id), ...rows.map(({ item }) => item.id)];
        assert.equal(new Set(ids).size, ids.length, `${grouping}: ids of their own`);
        assert.ok(rows.every(({ item }) => item.iconPath && item.accessibilityInformation?.label && item.command));
        told.push(`${grouping}: ${groups.length} groups, ${rows.length} rows`);
      }
      return told.join('; ');
    },
  },
  {
    name: 'the badge counts the open threats of high and critical risk',
    async run() {
      await known();
      await groupBy('Risk');
      const urgent = (await tree()).filter(({ group }) => /^(?:High|Critical)$/.test(group.node.label));
      const open = urgent.flatMap(({ rows }) => rows).filter(({ node }) => node.context === 'finding.open');
      assert.ok(threats().badge > 0, 'there is a badge');
      assert.ok(threats().badge <= open.length, `${threats().badge} of ${open.length} rows`);
      return `badge ${threats().badge}, ${open.length} rows of high and critical risk`;
    },
  },
  {
    name: 'the filter shows what contains its text, and says so where nothing does',
    async run() {
      await known();
      await groupBy('Risk');
      const all = (await tree()).flatMap(({ rows }) => rows).length;
      await commands.executeCommand('stridewise.filter', 'refund');
      const some = (await tree()).flatMap(({ rows }) => rows);
      assert.ok(some.length > 0 && some.length < all, `${some.length} of ${all}`);
      await commands.executeCommand('stridewise.filter', 'nothing contains this');
      assert.deepEqual(await tree(), []);
      assert.equal(threats().empty, 'filtered');
      await commands.executeCommand('stridewise.clearFilter');
      assert.equal((await tree()).flatMap(({ rows }) => rows).length, all);
      assert.equal(threats().empty, 'none');
      return `${some.length} of ${all} rows contain "refund"`;
    },
  },
  {
    name: 'selecting a threat reveals its line',
    async run() {
      await known();
      const { item } = await firstOpen();
      const [node] = item.command?.arguments ?? [];
      const location = (await threats().details(node))?.location;
      assert.ok(location, 'it has a line');
      await commands.executeCommand(item.command?.command ?? '', node);
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.uri.path.split('/').pop(), location.uri.split('/').pop());
      assert.equal(editor?.selection.start.line, location.range.start.line);
    },
  },
  {
    name: 'a threat is accepted from its item: each value to fill in is a tab stop',
    async run() {
      await known();
      const { node } = await firstOpen();
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      const before = model.getText();
      await commands.executeCommand('stridewise.accept', node);
      await until('the model has the answer', workspace.onDidChangeTextDocument, () => model.getText() !== before);
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), model.uri.toString());
      const words: string[] = [];
      for (let stop = 0; stop < 3; stop++) {
        const { selection } = editor ?? {};
        assert.ok(selection);
        words.push(`${model.lineAt(selection.start.line).text.trim()} [${model.getText(selection)}]`);
        await commands.executeCommand('jumpToNextSnippetPlaceholder');
      }
      const [reason, ...rest] = words;
      assert.match(reason ?? '', /^reason: "?(TODO (?:how we know that|why) .*?)"? \[\1\]$/);
      assert.deepEqual(rest, ['owner: TODO [TODO]', 'until: TODO [TODO]']);
      await commands.executeCommand('leaveSnippet');
      await restore(model);
    },
  },
  {
    name: 'a threat is explained from its item',
    async run() {
      await known();
      const { node } = await firstOpen();
      await commands.executeCommand('stridewise.explain', node);
      const isPage = () => window.tabGroups.activeTabGroup.activeTab?.label.startsWith('Preview');
      await until('the page is shown', window.tabGroups.onDidChangeTabs, isPage);
      await commands.executeCommand('workbench.action.closeActiveEditor');
    },
  },
  {
    name: 'every empty state of the view has its welcome text',
    async run() {
      const { viewsWelcome } = ourExtension().packageJSON.contributes;
      const states = viewsWelcome.map(({ when }: { when: string }) => when.replace('stridewise.empty == ', ''));
      assert.deepEqual(states.sort(), ['failed', 'filtered', 'noApi', 'noFolder', 'noModel', 'noThreat', 'searching']);
      assert.ok(viewsWelcome.every(({ contents }: { contents: string }) => !contents.startsWith('%')));
    },
  },
];
