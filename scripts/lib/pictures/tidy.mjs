/** Where the mouse shows no hover: at the middle of the status bar. */
export async function pointAtNothing(page) {
  await page.mouse.move(620, 890);
  await page.locator('.workbench-hover:visible').first().waitFor({ state: 'detached' });
}

/** Clears the window for the next picture: no menus, no editors and no hovers. */
export async function tidy({ page }) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+W');
  await pointAtNothing(page);
  await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
}
