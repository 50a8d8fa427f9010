// Pictures of the risk overview in the real VS Code: every tab, in every kind of theme.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openThreats, openWorkbench, runCommand, treeShows } from './editor-page.mjs';
import { overviewFrame } from './page-hands.mjs';
import { smallPng } from './small-png.mjs';

const themes = {
  light: ['Light 2026', '.monaco-workbench.vs'],
  dark: ['Dark 2026', '.monaco-workbench.vs-dark'],
  contrast: ['Dark High Contrast', '.monaco-workbench.hc-black'],
  'contrast-light': ['Light High Contrast', '.monaco-workbench.hc-light'],
};

/** Chooses a colour theme by its label. */
async function chooseTheme(page, theme) {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+T');
  const box = page.locator('.quick-input-widget input');
  await box.fill(theme);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: theme }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Opens the overview over the whole window but for the side bar. */
async function openOverview({ page, url, workspace }, words) {
  await openWorkbench(page, url(workspace));
  await page.locator('.explorer-folders-view').waitFor();
  await openThreats(page);
  await treeShows(page, words);
  await runCommand(page, 'Stridewise: Risk Overview');
}

/** Shows a tab of the overview with what it has to say. */
async function showTab(page, tab) {
  const frame = await overviewFrame(page);
  await frame.locator(`#tab-${tab}`).click();
  if (tab === 'simulation') {
    await frame.locator('[data-action="simulate"]').click();
    await frame.locator('.first-table').waitFor();
  }
  await frame.locator('[role="tabpanel"]:not([hidden]) .part').first().waitFor();
}

/** A picture of each tab in each kind of theme, into a folder; the readme has those of risk and data flow in light colours. `words`: a row of the tree that is there once all has been read. */
export async function overviewTour(context, folder, words) {
  const { page } = context;
  mkdirSync(folder, { recursive: true });
  await openOverview(context, words);
  const shoot = async (name) => {
    const path = join(folder, `${name}.png`);
    writeFileSync(path, smallPng(await page.locator('.part.editor').screenshot()));
    console.log(path);
  };
  for (const [name, [theme, workbench]] of Object.entries(themes)) {
    await chooseTheme(page, theme);
    await page.locator(workbench).first().waitFor();
    for (const tab of ['risk', 'coverage', 'data-flow', 'simulation']) {
      await showTab(page, tab);
      await shoot(`${name}-${tab}`);
    }
  }
  await page.reload();
  const frame = await overviewFrame(page);
  await frame.locator('#tab-simulation[aria-selected="true"]').waitFor();
  await shoot('after-reload');
}
