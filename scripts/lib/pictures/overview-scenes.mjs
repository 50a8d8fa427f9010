// The risk overview: every tab with what it has to say.
import { runCommand } from '../editor-page.mjs';
import { overviewFrame } from '../page-hands.mjs';
import { setSideBar } from './side-bar.mjs';

/** Opens the overview at a tab; returns its page. */
async function openOverview({ page, theme }, tab) {
  await runCommand(page, 'Stridewise: Risk Overview');
  await page.locator('.tab', { hasText: 'Risk Overview' }).waitFor();
  const frame = await overviewFrame(page);
  await frame.locator(theme.body).waitFor();
  await frame.locator(`#tab-${tab}`).click();
  await frame.locator(`#tab-${tab}[aria-selected="true"]`).waitFor();
  await frame.locator('[role="tabpanel"]:not([hidden]) .part').first().waitFor();
  return frame;
}

/** Whether each level has a colour of its own. */
const coloured = () => {
  const bars = [...document.querySelectorAll('.level-table tbody tr')].map((row) => row.querySelector('.fill'));
  return new Set(bars.map((bar) => getComputedStyle(bar).fill)).size === bars.length;
};

const overview = (tab, look) => ({
  name: `overview-${tab}`,
  hasOwnColours: true,
  async show(context) {
    // With much room names and cells of the coverage stand far apart, and pictures are larger than they have to be.
    await setSideBar(context.page, tab === 'coverage' || tab === 'data-flow');
    await look(await openOverview(context, tab));
    return context.page.locator('.part.editor');
  },
  after: ({ page }) => setSideBar(page, true),
});

/** In the page of VS Code: waits until it has stored the panel with this tab, which it does every few seconds. */
const untilStored = async (tab) => {
  const asked = (request) =>
    new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const isIn = async ({ name }) => {
    if (!name.startsWith('vscode-web-state-db')) return false;
    const database = await asked(indexedDB.open(name));
    const items = database.transaction('ItemTable').objectStore('ItemTable');
    const editors = await asked(items.get('memento/workbench.parts.editor'));
    database.close();
    return String(editors).replaceAll('\\', '').includes(`"tab":"${tab}"`);
  };
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    for (const database of await indexedDB.databases()) if (await isIn(database)) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`VS Code has not stored the panel with its tab "${tab}"`);
};

/** The overview after a reload of the window: the panel comes back as it was. */
const reloaded = {
  name: 'overview-after-reload',
  async show(context) {
    const { page } = context;
    await openOverview(context, 'coverage');
    await page.evaluate(untilStored, 'coverage');
    await page.reload();
    const frame = await overviewFrame(page);
    await frame.locator('#tab-coverage[aria-selected="true"]').waitFor();
    await frame.locator('#heat .heat-row .heat-name', { hasText: '/admin/customers' }).waitFor();
    return page.locator('.part.editor');
  },
};

export const OVERVIEW_SCENES = [
  overview('risk', async (frame) => {
    await frame
      .locator('.tile .number', { hasText: /^[1-9]/ })
      .first()
      .waitFor();
    await frame.locator('#matrix [role="gridcell"][aria-label*=" threat"]').first().waitFor();
    await frame.locator('.level-table tbody tr').nth(4).waitFor();
    await frame.waitForFunction(coloured);
    await frame.locator('#cell-list .threat').first().waitFor();
  }),
  overview('coverage', async (frame) => {
    await frame.locator('#heat .heat-row .heat-name', { hasText: '/admin/customers' }).waitFor();
    for (const words of ['Critical', 'Question', 'Planned'])
      await frame.locator('#heat [role="gridcell"]', { hasText: words }).first().waitFor();
  }),
  overview('data-flow', async (frame) => {
    await frame.locator('#diagram .sw-node').first().waitFor();
    await frame.locator('#diagram .sw-edge').first().waitFor();
    await frame.locator('#diagram .sw-zone').first().waitFor();
    await frame.locator('.diagram-list li', { hasText: 'API' }).first().waitFor();
  }),
  overview('simulation', async (frame) => {
    await frame.locator('[data-action="simulate"]').click();
    await frame.locator('.first-table tbody tr').nth(2).waitFor();
    await frame.locator('.asset-table tbody tr').first().waitFor();
    await frame.locator('.ways > li').first().waitFor();
  }),
  reloaded,
];
