import * as assert from 'node:assert/strict';
import { commands, Selection, window } from 'vscode';
import { exampleFile, restore, setText, show } from '../example';
import { groupBy, threats, tree } from '../extension';
import type { Case } from '../harness';
import { noPage, pageIn, press } from '../page';
import { until } from '../wait';
import { known } from './tree';

const editor = pageIn('editor');
const ROWS = '.pane:has([aria-label*="Threats"]) .monaco-list-row';
const TITLE = '<img src=x onerror=alert(1)> [go](command:stridewise.restart) \u202eesrever';

async function visible(): Promise<void> {
  await known();
  await groupBy('Risk');
  await commands.executeCommand('stridewise.threats.focus');
  await editor.wait(`${ROWS}[aria-level="2"]`);
}

const oneIsChecked = () => until('a row is checked', threats().onDidChangeTree, () => threats().checked().length === 1);

const cases: readonly Case[] = [
  {
    name: 'a checkbox of the tree is checked by mouse, has a name, and can be left again',
    async run() {
      await visible();
      const box = `${ROWS} [role="checkbox"]`;
      const checked = oneIsChecked();
      await editor.click(box);
      await editor.wait(`${box}[aria-checked="true"]`);
      await checked;
      const names = await editor.attributes(box, 'aria-label');
      assert.ok(names.length > 3 && names.every((name) => name?.startsWith('Answer together with others: ')));
      await commands.executeCommand('stridewise.uncheckAll');
      await editor.wait(`${ROWS}:not(:has([aria-checked="true"]))`);
      return names[0] ?? '';
    },
  },
  {
    name: 'a checkbox of the tree that has the focus is checked by Space',
    async run() {
      await visible();
      const checked = oneIsChecked();
      await editor.focus(`${ROWS} [role="checkbox"]`);
      await press('Space');
      await checked;
      await commands.executeCommand('stridewise.uncheckAll');
    },
  },
  {
    name: 'a title that somebody made to do harm is plain words in its row',
    async run() {
      await visible();
      const model = await show(exampleFile('shop.threats.yaml'));
      const title = 'Somebody pretends to be the payment provider and marks an order as paid';
      const drawn = until('the row has the title', threats().onDidChangeTree, async () =>
        (await tree()).flatMap(({ rows }) => rows).find(({ node }) => node.label.includes('<img')),
      );
      await setText(model, model.getText().replace(title, JSON.stringify(TITLE)));
      assert.equal((await drawn).node.label, TITLE.replace('\u202e', '\\u{202e}'));
      // The tree follows the cursor: the row comes into sight.
      const at = model.positionAt(model.getText().indexOf('onerror'));
      assert.ok(window.activeTextEditor);
      window.activeTextEditor.selection = new Selection(at, at);
      await editor.wait(ROWS, '<img src=x onerror=alert(1)> [go](command:');
      assert.deepEqual(await editor.attributes(`${ROWS} img, ${ROWS} a[href^="command:"]`, 'href'), []);
      await restore(model);
    },
  },
];

export const treePageCases: readonly Case[] = cases.map((one) => ({
  ...one,
  ...(noPage === undefined ? {} : { skip: noPage }),
}));
