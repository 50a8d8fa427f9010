// What stands in and around a text: marks, lenses, hovers, fixes, letters on files and the language status.
import { goTo, quickOpen, runCommand } from '../editor-page.mjs';
import { byLevel } from './side-bar.mjs';

/** A line above a line; those that wait for their words are not visible. */
export const LENS = '.codelens-decoration:visible';

/** Opens a file of the example beside the threats by level, with the cursor there. */
async function openAt(page, file, line, column = 1) {
  await byLevel(page);
  await quickOpen(page, file);
  await goTo(page, line, column);
}

/** Whether the rows of the Explorer have a letter of ours, which is drawn by a style sheet. */
const lettered = (names) => {
  const rows = [...document.querySelectorAll('.explorer-folders-view .monaco-list-row .monaco-icon-label')];
  return names.every((name) => {
    const row = rows.find(({ textContent }) => textContent === name);
    return row !== undefined && /[CHML]/.test(getComputedStyle(row, '::after').content);
  });
};

/** Shows the hover at the cursor once it has these words: it is asked for again where the file was not read yet. */
export async function hoverWith(page, words) {
  const hover = page.locator('.monaco-hover-content', { hasText: words }).first();
  for (let left = 3; left > 0; left--) {
    await runCommand(page, 'Show or Focus Hover');
    const failure = await hover.waitFor({ timeout: 4000 }).catch((error) => error);
    if (!failure) return;
    if (left === 1) throw failure;
    await page.keyboard.press('Escape');
  }
}

async function menuAt(page, line, column) {
  await openAt(page, 'openapi.yaml', line, column);
  await page.keyboard.press('Control+.');
}

export const EDITOR_SCENES = [
  {
    name: 'marks',
    async show({ page }) {
      await openAt(page, 'openapi.yaml', 185, 6);
      for (const kind of ['warning', 'info']) await page.locator(`.monaco-editor .squiggly-${kind}`).first().waitFor();
      await hoverWith(page, 'What happens');
    },
  },
  {
    name: 'lens-summary',
    async show({ page }) {
      await openAt(page, 'openapi.yaml', 1);
      await page.locator(LENS, { hasText: /^\d+ operations · \d+ open above the line/ }).waitFor();
    },
  },
  {
    name: 'lens-full',
    async show({ page, settings }) {
      settings({ 'stridewise.specLens': 'full' });
      await openAt(page, 'openapi.yaml', 1);
      await page.locator(LENS, { hasText: 'of 6 categories answered' }).nth(1).waitFor();
    },
    after: ({ settings }) => settings({ 'stridewise.specLens': undefined }),
  },
  {
    name: 'model',
    async show({ page }) {
      await openAt(page, 'shop.threats.yaml', 1);
      await page
        .locator(LENS, { hasText: /finding|question/ })
        .first()
        .waitFor();
      await page.locator('.monaco-editor .view-line', { hasText: '8/9/7/8/6' }).waitFor();
    },
  },
  {
    name: 'files',
    async show({ page }) {
      await quickOpen(page, 'openapi.yaml');
      await page.locator('.activitybar [aria-label^="Explorer"]').first().click();
      await page.waitForFunction(lettered, ['openapi.yaml', 'shop.threats.yaml']);
    },
  },
  {
    name: 'status',
    async show({ page }) {
      await quickOpen(page, 'openapi.yaml');
      await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
      await page
        .locator('.workbench-hover', { hasText: /\d+ % of questions answered · \d+ open above the line/ })
        .waitFor();
    },
  },
  {
    name: 'hover',
    async show({ page }) {
      await openAt(page, 'openapi.yaml', 111, 6);
      await hoverWith(page, 'Why not something else');
    },
  },
  {
    name: 'lightbulb',
    async show({ page }) {
      await menuAt(page, 124, 6);
      await page
        .locator('.action-widget .monaco-list-row', { hasText: /Mitigate|mitigat/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'fix',
    async show({ page }) {
      await menuAt(page, 172, 6);
      await page
        .locator('.action-widget .monaco-list-row', { hasText: /mitigat/i })
        .first()
        .click();
      await page.locator('.tab.active', { hasText: 'shop.threats.yaml' }).waitFor();
      await page
        .locator('.monaco-editor .snippet-placeholder, .monaco-editor .finish-snippet-placeholder')
        .first()
        .waitFor();
      await page
        .locator(LENS, { hasText: /covers/ })
        .first()
        .waitFor();
    },
    after: ({ page }) => runCommand(page, 'Revert and Close Editor'),
  },
];
