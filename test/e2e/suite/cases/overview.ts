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

interface Line {
  readonly file: string;
  readonly line: number;
}

/** Waits until the cursor of the active editor is in a line. */
async function shows(wanted: Line): Promise<void> {
  const events = (told: (event: unknown) => unknown) =>
    Disposable.from(window.onDidChangeActiveTextEditor(told), window.onDidChangeTextEditorSelection(told));
  await until(`${wanted.file}:${wanted.line + 1} is shown`, events, () => {
    const active = window.activeTextEditor;
    return active?.document.uri.path.endsWith(`/${wanted.file}`) && active.selection.start.line === wanted.line;
  });
}

/** The place that an element leads to. */
async function leadsTo(selector: string): Promise<Line> {
  const [place] = await overview.attributes(selector, 'data-open');
  assert.ok(place, `${selector} leads to a line`);
  const [uri, line] = JSON.parse(place) as [string, number];
  return { file: uri.split('/').pop() ?? '', line };
}

/** Waits until a file of the disk has a text. */
async function written(file: Uri): Promise<void> {
  const watcher = workspace.createFileSystemWatcher(file.fsPath);
  const events = (told: (event: Uri) => unknown) =>
    Disposable.from(watcher.onDidCreate(told), watcher.onDidChange(told));
  const isThere = () => (statSync(file.fsPath, { throwIfNoEntry: false })?.size ?? 0) > 0;
  await until('the file is written', events, isThere).finally(() => watcher.dispose());
}

const sum = (all: readonly number[]) => all.reduce((before, one) => before + one, 0);

/** Names of the operations that the coverage shows. */
async function overviewRows(): Promise<string[]> {
  await choose('Coverage');
  return overview.texts('#heat .heat-row:not([hidden]) .heat-name[data-cell]');
}

const isPanel = (label: string) => label === 'Risk Overview';

const cases: readonly Case[] = [
  {
    name: 'the risk overview opens, with the numbers of the example',
    async run() {
      await open();
      const [openThreats, urgent, questions, operations] = await numbers();
      const labels = await overview.attributes('#matrix [role="gridcell"]', 'aria-label');
      const inMatrix = (what: RegExp) => sum(labels.map((label) => Number(what.exec(label ?? '')?.[1] ?? 0)));
      assert.equal(openThreats, inMatrix(/, (\d+) open$/), 'open threats in the matrix');
      const inLevels = await overview.texts('.level-table tbody td:nth-of-type(2) .number');
      assert.equal(inMatrix(/: (\d+) threat/), sum(inLevels.map(Number)), 'threats by level and in the matrix');
      assert.ok(
        urgent !== undefined && urgent >= threats().badge,
        `${urgent} high or critical, badge ${threats().badge}`,
      );
      const rows = await overviewRows();
      assert.equal(operations, rows.length, 'operations in the coverage');
      return `${openThreats} open, ${urgent} high or critical, ${questions} questions, ${operations} operations`;
    },
  },
  {
    name: 'the overview: a threat of the matrix leads to its line, and the page stays beside it',
    async run() {
      await open();
      const wanted = await leadsTo('#cell-list .threat');
      await overview.click('#cell-list .threat');
      await shows(wanted);
      const panels = window.tabGroups.all.map(({ activeTab }) => activeTab?.label ?? '');
      assert.ok(panels.some(isPanel), `in view: ${panels.join(', ')}`);
    },
  },
  {
    name: 'the overview: what explains a threat opens beside it',
    async run() {
      await open();
      await overview.click('#cell-list [data-action="explain"]');
      const preview = () =>
        window.tabGroups.all.find(({ activeTab }) => activeTab?.label.startsWith('Preview '))?.viewColumn;
      const column = await until('the explanation is shown', window.tabGroups.onDidChangeTabs, preview);
      const panel = window.tabGroups.all.find(({ activeTab }) => isPanel(activeTab?.label ?? ''))?.viewColumn;
      assert.ok(panel !== undefined && panel !== column, `the overview in ${panel}, the explanation in ${column}`);
    },
  },
  {
    name: 'the overview by keys alone: to a tab, to a cell of the matrix, to its threats, to the line',
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
      await shows(wanted);
    },
  },
  {
    name: 'the overview: the coverage is moved through by arrows, Enter leads to the line, and the filter narrows it',
    async run() {
      await open('Coverage');
      const all = await overviewRows();
      await overview.fill('#heat-filter', 'refund');
      const some = await overviewRows();
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
      await shows(wanted);
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
      const shown = await overviewRows();
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
      await overview.wait('.threat .title', '</script><img src=x');
      assert.deepEqual(await overview.texts('#page img, #page script, #page [onerror], #page a[href]'), []);
      await restore(model);
    },
  },
  {
    name: 'the overview: attacks are simulated, what is lost, the likeliest ways and three measures with what each buys',
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
      await shows(wanted);
      return first.map((row) => row.replace(/\s+/g, ' ')).join(' | ');
    },
  },
  ...(['svg', 'png'] as const).map((format) => ({
    name: `the overview: a picture is saved as ${format.toUpperCase()}`,
    async run() {
      await open('Data flow');
      const target = exampleFile(`data-flow.${format}`);
      await overview.click(`[data-name="data-flow"][data-format="${format}"]`);
      await editor.wait('.quick-input-widget input');
      await press('Enter');
      await written(target);
      const bytes = await workspace.fs.readFile(target);
      await workspace.fs.delete(target);
      const start = [...bytes.slice(0, 4)].map((byte) => byte.toString(16)).join(' ');
      assert.equal(start, format === 'svg' ? '3c 73 76 67' : '89 50 4e 47');
      return `${bytes.length} bytes`;
    },
  })),
];

/** Our views in the side bar. */
const VIEWS = '.composite[id="workbench.view.extension.stridewise"]';

const THEMES = [
  ['light', 'Light 2026', '.monaco-workbench.vs', 'body.vscode-light'],
  ['dark', 'Dark 2026', '.monaco-workbench.vs-dark', 'body.vscode-dark'],
  ['high contrast', 'Default High Contrast', '.monaco-workbench.hc-black', 'body.vscode-high-contrast'],
] as const;

/** Shows VS Code in a theme, does the work, and takes the theme back. */
async function inTheme([, theme, workbench]: (typeof THEMES)[number], work: () => Promise<string>): Promise<string> {
  const settings = workspace.getConfiguration('workbench');
  const before = settings.inspect<string>('colorTheme')?.globalValue;
  await settings.update('colorTheme', theme, ConfigurationTarget.Global);
  try {
    await editor.wait(workbench);
    return await work();
  } finally {
    await settings.update('colorTheme', before, ConfigurationTarget.Global);
    await commands.executeCommand('workbench.action.closeAllEditors');
  }
}

async function clean(where: string, look: Promise<{ violations: string[]; rules: number }>): Promise<string> {
  const { violations, rules } = await look;
  assert.equal(violations.length, 0, `${where}:\n${violations.join('\n')}`);
  assert.ok(rules > 3, `${where}: only ${rules} rules had something to look at`);
  return `${where}: ${rules} rules`;
}

/** VS Code gives every checkbox of a tree this tabindex, and no extension can change it. */
const OF_VS_CODE = ['tabindex'];

const axeCases: readonly Case[] = THEMES.flatMap((theme) => [
  {
    name: `axe has nothing against the rows of our views, ${theme[0]}`,
    run: () =>
      inTheme(theme, async () => {
        for (const view of ['inventory', 'process', 'threats']) {
          await commands.executeCommand(`stridewise.${view}.focus`);
          await editor.wait(`${VIEWS} .pane.expanded .monaco-list-row.focused, ${VIEWS} .monaco-list-row`);
        }
        return clean('rows', editor.axe(`${VIEWS} .monaco-list-rows`, OF_VS_CODE));
      }),
  },
  {
    name: `axe has nothing against the risk overview, ${theme[0]}`,
    run: () =>
      inTheme(theme, async () => {
        await open();
        await overview.wait(theme[3]);
        const told: string[] = [];
        for (const tab of ['Risk', 'Coverage', 'Data flow', 'Simulation']) {
          await choose(tab);
          if (tab === 'Simulation') await simulated();
          told.push(await clean(tab, overview.axe('body')));
        }
        return told.join('; ');
      }),
  },
]);

async function simulated(): Promise<void> {
  await overview.click('[data-action="simulate"]');
  await overview.wait('.first-table tbody tr');
}

export const overviewCases: readonly Case[] = [...cases, ...axeCases].map((one) => ({
  ...one,
  ...(noPage === undefined ? {} : { skip: noPage }),
}));
