// A workspace that has been reviewed and changed since: the views of goals, APIs and stages, and what a review signs.
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goTo, openThreats, openWorkbench, quickOpen, runCommand, treeShows } from '../editor-page.mjs';
import { hoverWith, LENS } from './editor-scenes.mjs';
import { onlyView, openRow, ROWS } from './side-bar.mjs';
import { tidy } from './tidy.mjs';

const DEPOTS = fileURLToPath(new URL('depots', import.meta.url));

const GOALS = `
goals:
  people: { title: Customers decide about their data, regulation: GDPR, protects: store }
  cards: { title: Cards are safe, regulation: PCI DSS, protects: store operation payOrder }
`;

const LATER = `  /orders/{orderId}/notes:
    get:
      operationId: readNotes
      summary: What support has noted
      security: []
      responses: { '200': { description: The notes } }
`;

const LEVELS = ['critical', 'high', 'medium', 'low'];
const SIGN = '.quick-input-list .monaco-list-row';

async function openDialog(page) {
  await runCommand(page, 'Stridewise: Mark as Reviewed');
  await page.locator('.quick-input-titlebar', { hasText: 'Mark shop.threats.yaml as Reviewed' }).waitFor();
}

/** Signs the model for the first time. */
async function sign({ page }) {
  await quickOpen(page, 'shop.threats.yaml');
  await goTo(page, 1);
  await openDialog(page);
  await page.locator(SIGN, { hasText: 'operations are recorded for the first time' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .view-line', { hasText: /^reviewed:/ }).waitFor();
  await page.keyboard.press('Control+S');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
}

/** What changes after the review: one operation comes, and another asks its callers for less. */
function change(workspace) {
  const spec = join(workspace, 'openapi.yaml');
  const text = readFileSync(spec, 'utf8');
  writeFileSync(spec, text.replace('webhooks:\n', `${LATER}webhooks:\n`).replace('staff: [refunds]', 'staff: []'));
}

export const REVIEWED_STAGE = {
  name: 'reviewed',
  async enter(context) {
    const { page, url, workspace } = context;
    appendFileSync(join(workspace, 'shop.threats.yaml'), GOALS);
    cpSync(DEPOTS, join(workspace, 'depots'), { recursive: true });
    await openWorkbench(page, url(workspace));
    await openThreats(page);
    await tidy(context);
    await treeShows(page, 'Somebody closes a depot');
    await sign(context);
    change(workspace);
  },
  scenes: [
    {
      name: 'goals',
      async show({ page }) {
        await onlyView(page, 'Goals');
        await openRow(page, 'Customers decide about their data');
        await openRow(page, 'Cards are safe');
        await page
          .locator(ROWS, { hasText: /GDPR Art/ })
          .first()
          .waitFor();
        await page
          .locator(ROWS, { hasText: /PCI DSS/ })
          .nth(1)
          .waitFor();
      },
    },
    {
      name: 'apis',
      async show({ page }) {
        await onlyView(page, 'APIs');
        await openRow(page, 'Shop');
        await page.locator(ROWS, { hasText: 'GET /orders/{orderId}/notes is new' }).first().waitFor();
      },
    },
    {
      name: 'pasta',
      async show({ page }) {
        await onlyView(page, 'PASTA');
        await openRow(page, 'Shop');
        await openRow(page, '1. Define the objectives');
      },
    },
    {
      name: 'mark-reviewed',
      async show({ page }) {
        await quickOpen(page, 'shop.threats.yaml');
        await openDialog(page);
        await page.locator(SIGN, { hasText: 'GET /orders/{orderId}/notes' }).waitFor();
      },
    },
    {
      name: 'drift',
      async show({ page }) {
        await quickOpen(page, 'shop.threats.yaml');
        await page.locator('.monaco-editor .view-line', { hasText: /^reviewed:/ }).waitFor();
        await goTo(page, 3, 12);
        await hoverWith(page, 'changed-since-review');
      },
    },
    {
      name: 'levels',
      hasOwnColours: true,
      async show({ page, theme }) {
        await quickOpen(page, 'depots/openapi.yaml');
        await marked(page, theme);
        await page.waitForFunction(inRuler, LEVELS);
        await page.locator(LENS, { hasText: 'open above the line' }).waitFor();
      },
    },
  ],
};

/** Waits until the margin has the mark of each level. */
async function marked(page, theme) {
  const kind = theme.name.endsWith('light') ? 'light' : 'dark';
  await page.waitForFunction(
    (marks) => {
      const icons = [...document.querySelectorAll('.editor-instance .cgmr')].map(
        (icon) => getComputedStyle(icon).backgroundImage,
      );
      return marks.every((mark) => icons.some((icon) => icon.includes(mark)));
    },
    [...LEVELS, 'open', 'answered'].map((mark) => `${mark}-${kind}.svg`),
  );
}

/** Whether the overview ruler, which is a drawing, has the colour of each level. */
const inRuler = (levels) => {
  const ruler = document.querySelector('.editor-instance canvas.decorationsOverviewRuler');
  const { data } = ruler.getContext('2d').getImageData(0, 0, ruler.width, ruler.height);
  const drawn = new Set();
  for (let at = 0; at < data.length; at += 4) drawn.add(data.slice(at, at + 3).join());
  const colours = getComputedStyle(document.querySelector('.monaco-workbench'));
  return levels.every((level) => {
    const colour = colours.getPropertyValue(`--vscode-stridewise-${level}Foreground`).trim();
    return drawn.has([1, 3, 5].map((digit) => Number.parseInt(colour.slice(digit, digit + 2), 16)).join());
  });
};
