import * as assert from 'node:assert/strict';
import { commands, DataTransfer, type TextDocument, TreeItemCheckboxState, workspace } from 'vscode';
import { exampleFile, restore, show } from '../example';
import { groupBy, type Row, threats, tree } from '../extension';
import type { Case } from '../harness';
import { until } from '../wait';
import { firstOpen, known } from './tree';

const theModel = () => workspace.openTextDocument(exampleFile('shop.threats.yaml'));

/** Open threats of the example, and not of its twin: answers come into one model. */
async function openRows(): Promise<Row[]> {
  await groupBy('Risk');
  const uri = exampleFile('openapi.yaml').toString();
  const rows = (await tree()).flatMap(({ rows: below }) => below);
  return rows.filter(({ node }) => node.context === 'finding.open' && node.finding.endsWith(` in ${uri}`));
}

function stateOf({ item }: Row): TreeItemCheckboxState | undefined {
  const { checkboxState } = item;
  return typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
}

async function changed(model: TextDocument, act: () => Thenable<unknown>): Promise<string> {
  const before = model.getText();
  await act();
  await until('the model has the answer', workspace.onDidChangeTextDocument, () => model.getText() !== before);
  return model.getText();
}

async function mitigationRow(): Promise<Row> {
  const groups = await threats().rows();
  const group = groups.find(({ node }) => node.context === 'mitigations');
  assert.ok(group, 'the mitigations have a group');
  const row = (await threats().rows(group.node)).find(({ node }) => node.id.endsWith(' tls'));
  const any = row ?? (await threats().rows(group.node))[0];
  assert.ok(any, 'there is a mitigation');
  return any;
}

function dragged(...nodes: Row['node'][]): DataTransfer {
  const transfer = new DataTransfer();
  threats().drops.handleDrag(nodes, transfer);
  return transfer;
}

export const treeAnswerCases: readonly Case[] = [
  {
    name: 'each threat that can be answered has a checkbox with words for a screen reader, and nothing else has',
    async run() {
      await known();
      await groupBy('Risk');
      const groups = await tree();
      const rows = groups.flatMap(({ group, rows: below }) => [group, ...below]);
      for (const { node, item } of rows) {
        const wanted = node.finding !== '' && node.answerable;
        assert.equal(item.checkboxState !== undefined, wanted, node.label);
        if (typeof item.checkboxState !== 'object') assert.ok(!wanted, node.label);
        else assert.ok(item.checkboxState.accessibilityInformation?.label.includes(node.label), node.label);
      }
      return `${rows.filter(({ item }) => item.checkboxState).length} of ${rows.length} rows`;
    },
  },
  {
    name: 'what is checked is accepted by one edit, which one undo takes back, and is checked no longer',
    async run() {
      await known();
      const [first, second, third] = await openRows();
      assert.ok(first && second && third);
      for (const { node } of [first, second, third]) await threats().check(node, true);
      await threats().check(third.node, false);
      assert.deepEqual(
        threats()
          .checked()
          .map(({ finding }) => finding),
        [first.node.finding, second.node.finding],
      );
      const checked = (await openRows()).filter((row) => stateOf(row) === TreeItemCheckboxState.Checked);
      assert.deepEqual(
        checked.map(({ node }) => node.id),
        [first.node.id, second.node.id],
      );
      const model = await theModel();
      const before = model.getText();
      const after = await changed(model, () => commands.executeCommand('stridewise.acceptChecked'));
      const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
      assert.equal(count(after, /TODO/g) - count(before, /TODO/g), 3, 'reason, owner and day');
      assert.equal(count(after, /strategy: accept/g) - count(before, /strategy: accept/g), 1, 'one entry');
      assert.deepEqual(threats().checked(), []);
      await commands.executeCommand('leaveSnippet');
      await show(model.uri);
      await commands.executeCommand('undo');
      assert.equal(model.getText(), before, 'one undo');
      await restore(model);
    },
  },
  {
    name: 'a shared cause is checked with its operations, of which one can be left out',
    async run() {
      await known();
      const shared = (await openRows()).find(({ node }) => node.children > 1);
      assert.ok(shared, 'a threat that operations share');
      await threats().check(shared.node, true);
      const below = await threats().rows(shared.node);
      assert.ok(below.every((row) => stateOf(row) === TreeItemCheckboxState.Checked));
      const [out, ...rest] = below;
      assert.ok(out);
      await threats().check(out.node, false);
      assert.deepEqual(
        threats()
          .checked()
          .map(({ operation }) => operation),
        rest.map(({ node }) => node.operation),
      );
      await commands.executeCommand('stridewise.uncheckAll');
      assert.deepEqual(threats().checked(), []);
    },
  },
  {
    name: 'a threat that is dropped on a mitigation is answered by it too',
    async run() {
      await known();
      const { node } = await firstOpen();
      const target = await mitigationRow();
      const model = await theModel();
      const before = model.getText();
      const after = await changed(model, () => threats().drops.handleDrop(target.node, dragged(node)));
      const lost = before.split('\n').filter((line) => !after.includes(line.trim()));
      const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
      assert.ok(lost.length <= 1, lost.join('\n'));
      assert.ok(added.length > 0 && added.every((line) => /^\s+(?:covers:|- )/.test(line)), added.join('\n'));
      await show(model.uri);
      await commands.executeCommand('undo');
      assert.equal(model.getText(), before, 'one undo');
      await restore(model);
      return added.map((line) => line.trim()).join(' | ');
    },
  },
  {
    name: 'what is dropped elsewhere, and what is no threat, changes nothing',
    async run() {
      await known();
      const { node } = await firstOpen();
      const target = await mitigationRow();
      const model = await theModel();
      const { version } = model;
      void threats().drops.handleDrop(node, dragged(node));
      await threats().drops.handleDrop(target.node, dragged(target.node));
      assert.equal(model.version, version);
      await commands.executeCommand('notifications.clearAll');
    },
  },
];
