import * as assert from 'node:assert/strict';
import { commands, Position, Range, Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { exampleFile, restore, show } from '../example';
import { groupBy, type Row, threats, tree } from '../extension';
import type { Case } from '../harness';
import { until } from '../wait';
import { known } from './tree';

async function visible(): Promise<Row[]> {
  await known();
  await groupBy('Risk');
  await commands.executeCommand('stridewise.threats.focus');
  return (await tree()).flatMap(({ rows }) => rows);
}

/** What is drawn anew by an edit of the model, until the tree is as it is wanted. */
async function drawnBy(edit: WorkspaceEdit, isThere: (rows: readonly Row['node'][]) => boolean) {
  const drawn: (readonly Row['node'][] | undefined)[] = [];
  const { onDidChangeTree } = threats();
  const listener = onDidChangeTree((nodes) => drawn.push(nodes));
  const there = until('the tree shows the change', onDidChangeTree, () =>
    isThere(drawn.flatMap((nodes) => nodes ?? [])),
  );
  assert.ok(await workspace.applyEdit(edit));
  await there;
  listener.dispose();
  return drawn;
}

export const treeChangeCases: readonly Case[] = [
  {
    name: 'a change of one threat draws one item of the tree anew',
    async run() {
      const rows = await visible();
      const model = await show(exampleFile('shop.threats.yaml'));
      const words = 'Somebody pretends to be the payment provider and marks an order as paid';
      const row = rows.find(({ node }) => node.label === words);
      assert.ok(row, words);
      const at = model.positionAt(model.getText().indexOf(words) + words.length);
      const edit = new WorkspaceEdit();
      edit.insert(model.uri, at, ' again');
      const drawn = await drawnBy(edit, (nodes) => nodes.some(({ label }) => label === `${words} again`));
      assert.deepEqual(
        drawn.map((nodes) => nodes?.map(({ id }) => id)),
        [[row.node.id]],
      );
      assert.equal(row.node.label, `${words} again`, 'it is the same node');
      await restore(model);
    },
  },
  {
    name: 'a number of a threat that changes moves it, and draws its groups anew',
    async run() {
      await visible();
      const model = await show(exampleFile('shop.threats.yaml'));
      const [, before = ''] = /dread: ([\d/]+)/.exec(model.getText()) ?? [];
      assert.ok(before, 'the example has figures');
      const start = model.positionAt(model.getText().indexOf(`dread: ${before}`) + 'dread: '.length);
      const order = async () =>
        (await tree()).flatMap(({ rows }) => rows.map(({ node }) => node.description)).join('\n');
      const was = await order();
      const edit = new WorkspaceEdit();
      edit.replace(model.uri, new Range(start, start.translate(0, before.length)), '0/0/0/0/0');
      const moved = until(
        'the threat stands elsewhere',
        threats().onDidChangeTree,
        async () => (await order()) !== was,
      );
      assert.ok(await workspace.applyEdit(edit));
      await moved;
      await restore(model);
    },
  },
  {
    name: 'the tree follows the cursor, and leaves the focus in the editor',
    async run() {
      const rows = await visible();
      const row = rows.find(({ node }) => node.context === 'finding.open' && node.children === 0);
      assert.ok(row);
      const location = (await threats().details(row.node))?.location;
      assert.ok(location);
      const document = await show(Uri.parse(location.uri));
      const editor = window.activeTextEditor;
      assert.ok(editor);
      const { line, character } = location.range.start;
      const isSelected = async () => {
        const [selected] = threats().selection;
        const place = selected && (await threats().details(selected))?.location;
        return place?.uri === location.uri && place.range.start.line === line;
      };
      const selected = until('the threat is selected', threats().onDidChangeSelection, isSelected);
      // The editor may have come back with its cursor there.
      for (const at of [new Position(line === 0 ? 1 : 0, 0), new Position(line, character)])
        editor.selection = new Selection(at, at);
      await selected;
      assert.equal(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    },
  },
];
