// What a person does in the VS Code of a page: opens files, runs commands, waits for what is shown.

export async function openWorkbench(page, url) {
  await page.goto(url);
  await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
}

/** Opens a file of the workspace by its path there. */
export async function quickOpen(page, path) {
  const name = path.split('/').pop();
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(path);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Runs a command by its name in the palette. */
export async function runCommand(page, name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** Puts the cursor there; lines and columns from 1. */
export async function goTo(page, line, column = 1) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

export async function openThreats(page) {
  await page
    .locator('.activitybar [aria-label^="Stridewise"], .activitybar [aria-label*="Threat"]')
    .first()
    .click({ force: true });
}

/** Waits until the tree has a row with these words. */
export async function treeShows(page, words) {
  const rows = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: words });
  await rows.first().waitFor({ timeout: 60_000 });
}

/** Long titles want a wider side bar than VS Code starts with. */
export async function widenSideBar(page) {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) return;
  const edge = box.x + box.width;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 220, 400, { steps: 8 });
  await page.mouse.up();
}
