// Pages of text: why a rule finds something or not, the explanation of a threat, and the report.
import { goTo, quickOpen, runCommand } from '../editor-page.mjs';
import { frameThat } from '../page-hands.mjs';
import { byLevel, ROWS } from './side-bar.mjs';

/** Waits for a Markdown preview that has these words. */
async function preview(page, words) {
  await page.locator('.tab', { hasText: 'Preview' }).first().waitFor();
  const isIt = async (frame) => (await frame.locator('.markdown-body', { hasText: words }).count()) > 0;
  await frameThat(page, isIt, `a preview that says "${words}"`);
}

export const PAGE_SCENES = [
  {
    name: 'explain-rule',
    async show({ page }) {
      await quickOpen(page, 'openapi.yaml');
      await goTo(page, 111, 6);
      await runCommand(page, 'Stridewise: Explain a Rule for This Operation');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Not here' }).first().waitFor();
    },
  },
  {
    name: 'explanation',
    async show({ page }) {
      await byLevel(page);
      const row = page.locator(`${ROWS}[aria-level="2"]`, { hasText: 'payment provider' });
      await row.hover();
      await row.locator('.action-label[aria-label^="Explain Threat"]').click();
      await preview(page, 'OWASP Risk Rating');
    },
  },
  {
    name: 'report',
    async show({ page }) {
      await runCommand(page, 'Stridewise: Show Report');
      await preview(page, 'Threats');
    },
  },
];
