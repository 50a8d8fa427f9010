import * as assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { ConfigurationTarget, commands, Disposable, type Uri, ViewColumn, window, workspace } from 'vscode';
import { exampleFile, onDisk, restore, setText, show } from '../example';
import { ourExtension, threats } from '../extension';
import type { Case } from '../harness';
import { noPage, pageIn, press } from '../page';
import { until } from '../wait';

const overview = pageIn('overview');
const editor = pageIn('editor');

/** Opens the overview alone in the window, at one of its tabs. */
async function open(tab = 'Risk'): Promise<void> {
  await ourExtension().exports.ready;
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('stridewise.showOverview');
  await choose(tab);
}

async function choose(tab: string): Promise<void> {
  await overview.click('[role="tab"]', tab);
  await overview.wait('[role="tabpanel"]:not([hidden]) .part');
}

const numbers = async () => (await overview.texts('.tile .number')).map((text) => Number(text.replaceAll(',', '')));

/** Waits until the active editor shows a line. */
function lineShown(): Promise<{ file: string; line: number }> {
  return until('a line is shown', window.onDidChangeActiveTextEditor, () => {
    const active = window.activeTextEditor;
    const file = active?.document.uri.path.split('/').pop();
    return active && file !== undefined ? { file, line: active.selection.start.line } : undefined;
  });
}

/** The place that an element leads to. */
async function leadsTo(selector: string): Promise<{ file: string; line: number }> {
  const [place] = await overview.attributes(selector, 'data-open');
  assert.ok(place, `${selector} leads to a line`);
  const [uri, line] = JSON.parse(place) as [string, number];
  return { file: uri.split('/').pop() ?? '', line };
}

/** Threats of the tree that are open, by the groups of risk. */
async function openInTree(): Promise<number> {
  await commands.executeCommand('stridewise.groupByRisk');
  const groups = await threats().rows();
  const rows = await Promise.all(groups.map(({ node }) => threats().rows(node)));
  return rows.flat().filter(({ node }) => node.context === 'finding.open').length;
}

/** Waits until a file of the disk has a text. */
async function written(file: Uri): Promise<void> {
  const watcher = workspace.createFileSystemWatcher(file.fsPath);
  const events = (told: (event: Uri) => unknown) =>
    Disposable.from(watcher.onDidCreate(told), watcher.onDidChange(told));
  const isThere = () => (statSync(file.fsPath, { throwIfNoEntry: false })?.size ?? 0) > 0;
  await until('the file is written', events, isThere).finally(() => watcher.dispose());
}

const isPanel = (label: string) => label === 'Risk Overview';

const cases: readonly Case[] = [
  {
    name: 'the risk overview opens, with the numbers of the example',
    async run() {
      await open();
      const [openThreats, urgent, questions, operations] = await numbers();
      assert.equal(openThreats, await openInTree(), 'as many open threats as the tree has');
      assert.ok(operations !== undefined && operations > 10, `${operations} operations`);
      const cells = await overview.texts('#matrix .number');
      const inMatrix = cells.reduce((sum, text) => sum + Number(text), 0);
      const inLevels = await overview.texts('.level-table tbody td:nth-of-type(2) .number');
      assert.equal(
        inMatrix,
        inLevels.reduce((sum, text) => sum + Number(text), 0),
      );
      const [title] = await overview.texts('h1');
      return `${title}: ${openThreats} open, ${urgent} high or critical, ${questions} questions, ${operations} operations`;
    },
  },
  {
    name: 'a threat of the matrix leads to its line, and the overview stays beside it',
    async run() {
      await open();
      const wanted = await leadsTo('#cell-list .threat');
      await overview.click('#cell-list .threat');
      assert.deepEqual(await lineShown(), wanted);
      const panels = window.tabGroups.all.map(({ activeTab }) => activeTab?.label ?? '');
      assert.ok(panels.some(isPanel), `in view: ${panels.join(', ')}`);
    },
  },
  {
    name: 'by keys alone: to a tab, to a cell of the matrix, to its threats, to the line',
    async run() {
      await open('Coverage');
      await overview.focus('[role="tab"][aria-selected="true"]');
      await press('Home');
      assert.equal(await overview.focused(), 'tab-risk');
      await overview.focus('#matrix [tabindex="0"]');
      const from = await overview.focused();
      await press('ArrowDown');
      await press('ArrowRight');
      assert.notEqual(await overview.focused(), from);
      await press('Control+Home');
      assert.equal(await overview.focused(), 'cell-0');
      await overview.click('#matrix .matrix-cell:not(.empty)');
      await press('Enter');
      assert.match(await overview.focused(), /^threat-/);
      const wanted = await leadsTo('#cell-list .threat');
      await press('Enter');
      assert.deepEqual(await lineShown(), wanted);
    },
  },
  {
    name: 'the coverage is moved through by arrows, Enter leads to the line, and the filter narrows it',
    async run() {
      await open('Coverage');
      const all = await overview.texts('#heat .heat-row:not([hidden]) .heat-name[data-cell]');
      await overview.fill('#heat-filter', 'refund');
      const some = await overview.texts('#heat .heat-row:not([hidden]) .heat-name[data-cell]');
      assert.ok(some.length > 0 && some.length < all.length, `${some.length} of ${all.length}`);
      assert.ok(some.every((name) => name.includes('refund')));
      const [count] = await overview.texts('#heat-count');
      assert.equal(count, `${some.length} of ${all.length} operations`);
      await overview.focus('#heat [tabindex="0"]');
      assert.match(await overview.focused(), /^api-/);
      await press('ArrowDown');
      await press('End');
      const key = await overview.focused();
      assert.match(key, /^cat-.*-5$/);
      const wanted = await leadsTo(`[data-key="${key}"]`);
      await press('Enter');
      assert.deepEqual(await lineShown(), wanted);
      return `${some.length} of ${all.length} rows contain "refund"`;
    },
  },
  {
    name: 'what was chosen is still chosen after the overview was hidden',
    async run() {
      await open('Coverage');
      await overview.fill('#heat-filter', 'orders');
      await window.showTextDocument(exampleFile('openapi.yaml'), { viewColumn: ViewColumn.One });
      await commands.executeCommand('stridewise.showOverview');
      await overview.wait('[role="tab"][aria-selected="true"]', 'Coverage');
      assert.equal(await overview.value('#heat-filter'), 'orders');
      const shown = await overview.texts('#heat .heat-row:not([hidden]) .heat-name[data-cell]');
      assert.ok(shown.length > 0 && shown.every((name) => name.includes('orders')));
      await overview.fill('#heat-filter', '');
    },
  },
  {
    name: 'the overview follows edits of the model, and titles that people wrote are texts',
    async run() {
      const model = await show(exampleFile('shop.threats.yaml'));
      await open();
      const hostile = `"</script><img src=x onerror='document.title=1'> ](command:workbench.action.quit) \\u202E\\u001B[31m"`;
      const text = (await onDisk(model.uri)).replace(/title: Somebody pretends[^\n]*/, `title: ${hostile}`);
      assert.ok(text.includes('onerror'));
      await setText(model, text);
      await commands.executeCommand('stridewise.showOverview');
      await overview.wait('#page h1');
      for (const tab of ['Coverage', 'Data flow', 'Risk']) await choose(tab);
      await overview.click('#matrix .matrix-cell.level-critical:not(.empty), #matrix .matrix-cell:not(.empty)');
      await overview.wait('.threat .title', '</script><img src=x');
      assert.deepEqual(await overview.texts('#page img, #page script, #page [onerror], #page a[href]'), []);
      await restore(model);
    },
  },
  {
    name: 'attacks are simulated: what is lost, the likeliest ways and three measures with what each buys',
    async run() {
      await open('Simulation');
      await overview.click('[data-action="simulate"]');
      await overview.wait('.first-table tbody tr');
      const first = await overview.texts('.first-table tbody tr');
      assert.equal(first.length, 3);
      assert.ok((await overview.texts('.asset-table tbody tr')).length > 0);
      assert.ok((await overview.texts('.ways > li')).length > 0);
      const wanted = await leadsTo('.ways .lead-to');
      await overview.click('.ways .lead-to');
      assert.deepEqual(await lineShown(), wanted);
      return first.map((row) => row.replace(/\s+/g, ' ')).join(' | ');
    },
  },
  ...(['svg', 'png'] as const).map((format) => ({
    name: `a picture is saved as ${format.toUpperCase()}`,
    async run() {
      await open('Data flow');
      const target = exampleFile(`data-flow.${format}`);
      await overview.click(`[data-action="save"][data-format="${format}"]`);
      await editor.wait('.quick-input-widget input');
      await press('Enter');
      await written(target);
      const bytes = await workspace.fs.readFile(target);
      await workspace.fs.delete(target);
      const start = new TextDecoder('latin1').decode(bytes.slice(0, 8));
      assert.ok(start.startsWith(format === 'svg' ? '<svg' : '\u0089PNG'), start);
      return `${bytes.length} bytes`;
    },
  })),
];

const THEMES = [
  ['light', 'Light 2026', '.monaco-workbench.vs', 'body.vscode-light'],
  ['dark', 'Dark 2026', '.monaco-workbench.vs-dark', 'body.vscode-dark'],
  ['high contrast', 'Default High Contrast', '.monaco-workbench.hc-black', 'body.vscode-high-contrast'],
] as const;

const axeCases: readonly Case[] = THEMES.map(([name, theme, workbench, body]) => ({
  name: `axe has nothing against the rows of our views and the risk overview, ${name}`,
  async run() {
    const settings = workspace.getConfiguration('workbench');
    const before = settings.inspect<string>('colorTheme')?.globalValue;
    await settings.update('colorTheme', theme, ConfigurationTarget.Global);
    try {
      await editor.wait(workbench);
      await commands.executeCommand('stridewise.threats.focus');
      const told: string[] = [];
      const check = async (where: string, look: Promise<{ violations: string[]; rules: number }>) => {
        const { violations, rules } = await look;
        assert.deepEqual(violations, [], where);
        told.push(`${where}: ${rules} rules`);
      };
      await check('rows', editor.axe('.pane:has([aria-label*="Threats"]) .monaco-list-rows'));
      await open();
      await overview.wait(body);
      for (const tab of ['Risk', 'Coverage', 'Data flow', 'Simulation']) {
        await choose(tab);
        if (tab === 'Simulation') await simulated();
        await check(tab, overview.axe('body'));
      }
      return told.join('; ');
    } finally {
      await settings.update('colorTheme', before, ConfigurationTarget.Global);
      await commands.executeCommand('workbench.action.closeAllEditors');
    }
  },
}));

async function simulated(): Promise<void> {
  await overview.click('[data-action="simulate"]');
  await overview.wait('.first-table tbody tr');
}

export const overviewCases: readonly Case[] = [...cases, ...axeCases].map((one) => ({
  ...one,
  ...(noPage === undefined ? {} : { skip: noPage }),
}));
