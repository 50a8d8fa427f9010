// The Threats view: its rows, what is checked, its groupings, a cause of several operations and what a tooltip says.
import { runCommand } from '../editor-page.mjs';
import { byLevel, grouped, openRow, ROWS } from './side-bar.mjs';
import { pointAtNothing } from './tidy.mjs';

const row = (page, words) => page.locator(ROWS, { hasText: words }).first();

/** A grouping with its first group open. */
function grouping(name, command, words) {
  return {
    name: `threats-by-${name}`,
    async show({ page }) {
      await grouped(page, command, words);
      await openRow(page, words);
      await page.locator(`${ROWS}[aria-level="2"]`).first().waitFor();
    },
  };
}

export const TREE_SCENES = [
  {
    name: 'threats',
    async show({ page }) {
      await byLevel(page);
      await page
        .locator(`${ROWS}[aria-level="2"]`, { hasText: /\d\.\d → \d\.\d/ })
        .first()
        .waitFor();
      for (const words of ['payment provider', 'One caller may reach another caller’s objects']) {
        await row(page, words).locator('[role="checkbox"]').click();
        await row(page, words).locator('[role="checkbox"][aria-checked="true"]').waitFor();
        await pointAtNothing(page);
      }
      await page.locator('.pane-header', { hasText: '2 checked' }).waitFor();
      const hovered = row(page, 'GET /admin/customers');
      await hovered.hover();
      for (const action of ['Explain Threat', 'Answer Threat…', 'Accept Threat…'])
        await hovered.locator(`.action-label[aria-label^="${action}"]`).waitFor();
    },
    after: ({ page }) => runCommand(page, 'Stridewise: Uncheck All Threats'),
  },
  {
    name: 'threats-cause',
    async show({ page }) {
      await byLevel(page);
      await openRow(page, 'One caller may reach another caller’s objects');
      await page.locator(`${ROWS}[aria-level="3"]`).first().waitFor();
    },
  },
  {
    name: 'threats-tooltip',
    async show({ page }) {
      await byLevel(page);
      await row(page, 'payment provider').locator('.label-name').hover();
      await page.locator('.workbench-hover', { hasText: 'by DREAD' }).first().waitFor();
    },
  },
  grouping('stride', 'STRIDE Category', 'Spoofing'),
  grouping('operation', 'Operation', 'webhook paymentSettled'),
  grouping('status', 'Status', 'Open'),
];
