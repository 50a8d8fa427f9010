import * as assert from 'node:assert/strict';
import { commands, type TreeItem, WorkspaceEdit, window, workspace } from 'vscode';
import { exampleFile, restore, show } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';
import { until } from '../wait';

const views = () => ourExtension().exports;

type View = ReturnType<typeof views>['goals'];

/** The first rows of a view once they are as wanted. */
const shown = (view: View, isThere: (rows: Awaited<ReturnType<View['rows']>>) => boolean) =>
  until('the rows of the view', view.onDidChangeTree, async () => {
    const rows = await view.rows();
    return isThere(rows) && rows;
  });

/** The stages of the example's model and how many are complete: below and on its own row where the window has several models. */
async function stagesOfExample() {
  const rows = await views().process.rows();
  const model = rows.find(({ node }) => node.id === exampleFile('shop.threats.yaml').toString());
  if (model === undefined) return { stages: rows, progress: views().process.description };
  return { stages: await views().process.rows(model.node), progress: String(model.item.description).trim() };
}

const click = ({ command }: TreeItem) => commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));

/** The editor in which a text is selected, as soon as one is. */
const selected = (text: string) =>
  until(`${text} is selected`, window.onDidChangeTextEditorSelection, () =>
    window.visibleTextEditors.find(({ document, selection }) => document.getText(selection) === text),
  );

export const statusViewCases: readonly Case[] = [
  {
    name: 'a goal that is typed is shown with its state and questions, and a click leads to its line',
    async run() {
      await views().ready;
      const model = await show(exampleFile('shop.threats.yaml'));
      assert.deepEqual(await views().goals.rows(), []);
      const edit = new WorkspaceEdit();
      const end = model.lineAt(model.lineCount - 1).range.end;
      edit.insert(model.uri, end, '\ngoals:\n  people: { regulation: GDPR, protects: store }\n');
      await workspace.applyEdit(edit);
      const [goal] = await shown(views().goals, (rows) => rows.length === 1);
      assert.ok(goal);
      assert.equal(goal.item.label, 'people');
      assert.match(String(goal.item.description), /^ (?:broken|at risk) · GDPR$/);
      assert.match(goal.item.accessibilityInformation?.label ?? '', /^people (?:broken|at risk) · GDPR/);
      const below = await views().goals.rows(goal.node);
      const labels = below.map(({ item }) => String(item.label));
      assert.ok(labels.includes('GDPR Art 17 erasure'), labels.join());
      assert.ok(below.every(({ item }) => item.iconPath && item.id));
      await click(goal.item);
      await selected('people');
      await restore(model);
      await shown(views().goals, (rows) => rows.length === 0);
      return `${below.length} rows`;
    },
  },
  {
    name: 'the seven stages of PASTA are shown with how many are complete, and what is missing leads to its place',
    async run() {
      await views().ready;
      await show(exampleFile('openapi.yaml'));
      const { stages, progress } = await stagesOfExample();
      assert.equal(stages.length, 7);
      assert.match(progress, /^\d of 7$/);
      const [first] = stages;
      assert.equal(first?.item.label, '1. Define the objectives');
      const [missing] = await views().process.rows(first?.node);
      assert.match(String(missing?.item.label), /^No goal says what must stay true/);
      assert.ok(missing);
      await click(missing.item);
      const editor = await selected('stridewise');
      assert.ok(editor.document.uri.path.endsWith('shop.threats.yaml'));
      return progress;
    },
  },
];
