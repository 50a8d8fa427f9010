// A picture of the real VS Code with the example open: node scripts/screenshot.mjs [file.png]
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { openPage } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { makeWorkspace } from './lib/in-host.mjs';
import { fromCaller, root } from './lib/paths.mjs';
import { main } from './lib/say.mjs';
import { ensureVscode, installExtension, serveVscode } from './lib/vscode.mjs';
import { packageExtension } from './package.mjs';

async function quickOpen(page, file) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(file);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** What is on screen is ours and the file: no minimap, no second side bar. */
const look = { 'editor.minimap.enabled': false, 'workbench.secondarySideBar.defaultVisibility': 'hidden' };

/** Long titles want a wider side bar than VS Code starts with. */
async function widenSideBar(page) {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) return;
  const edge = box.x + box.width;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 220, 400, { steps: 8 });
  await page.mouse.up();
}

async function goToLine(page, line) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await page.keyboard.press('Enter');
}

await main(async () => {
  await ensureDependencies();
  await build();
  await ensureVscode();
  const target = process.argv[2] ? fromCaller(process.argv[2]) : join(root, 'media/screenshots/shop.png');
  const { folder, workspace } = makeWorkspace();
  const dataFolder = join(folder, 'data');
  await installExtension(dataFolder, await packageExtension());
  const server = await serveVscode({ dataFolder, settings: look });
  const { page, close } = await openPage();
  try {
    await page.goto(server.url(workspace));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 60_000 });
    await quickOpen(page, 'openapi.yaml');
    await page.locator('.squiggly-warning, .squiggly-error, .squiggly-info').first().waitFor({ timeout: 60_000 });
    await goToLine(page, 175);
    await page.locator('.activitybar [aria-label^="Stridewise"], .activitybar [aria-label*="Threat"]').first().click();
    await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').first().waitFor({ timeout: 30_000 });
    await widenSideBar(page);
    await page.locator('.monaco-editor .squiggly-warning').first().hover({ force: true });
    await page.locator('.monaco-hover-content').first().waitFor();
    await page.screenshot({ path: target });
    console.log(target);
  } catch (error) {
    await page.screenshot({ path: join(folder, '../stridewise-failed.png') });
    throw error;
  } finally {
    await close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
