import { runCommand } from '../editor-page.mjs';

export const ROWS = '.tree-explorer-viewlet-tree-view .monaco-list-row';

/** Shows the side bar or hides it. */
export async function setSideBar(page, isShown) {
  const bar = page.locator('.part.sidebar');
  if ((await bar.isVisible()) !== isShown) await page.keyboard.press('Control+B');
  await bar.waitFor({ state: isShown ? 'visible' : 'hidden' });
}

/** Opens one of our views unless it is open. */
export async function focusView(page, name) {
  if (await page.locator(`.pane-header.expanded[aria-label^="${name}"]`).first().isVisible()) return;
  await runCommand(page, `Focus on ${name} View`);
  await page.locator(`.pane-header.expanded[aria-label^="${name}"]`).first().waitFor();
}

/** Opens one of our views and closes the others of the side bar. */
export async function onlyView(page, name) {
  await focusView(page, name);
  const others = page.locator(`.part.sidebar .pane-header.expanded:not([aria-label^="${name}"])`);
  for (let left = await others.count(); left > 0; left--) await others.first().click();
}

/** Shows the threats grouped so, once there is a group with these words. */
export async function grouped(page, grouping, words) {
  await runCommand(page, 'Focus on Threats View');
  await runCommand(page, `Stridewise: Group Threats by ${grouping}`);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('Home');
  await page.locator(`${ROWS}[aria-level="1"]`, { hasText: words }).first().waitFor();
}

/** Shows the threats grouped by level. */
export async function byLevel(page) {
  const worst = page.locator(`${ROWS}[aria-level="2"]`, { hasText: 'payment provider' });
  const isThere = await page.locator(`${ROWS}[aria-level="1"]`, { hasText: 'Critical' }).isVisible();
  if (!(isThere && (await worst.isVisible()))) await grouped(page, 'Risk', 'Critical');
  await worst.waitFor();
}

/** Opens a closed row with this label, so that those below it are seen. */
export async function openRow(page, label) {
  const row = page.locator(ROWS, { has: page.locator('.label-name').getByText(label, { exact: true }) }).first();
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  await row.and(page.locator('[aria-expanded="true"]')).waitFor();
}
