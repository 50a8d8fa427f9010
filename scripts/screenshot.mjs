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

await main(async () => {
  await ensureDependencies();
  await build();
  await ensureVscode();
  const target = process.argv[2] ? fromCaller(process.argv[2]) : join(root, 'media/screenshots/shop.png');
  const { folder, workspace } = makeWorkspace();
  const dataFolder = join(folder, 'data');
  await installExtension(dataFolder, await packageExtension());
  const server = await serveVscode({ dataFolder, settings: { 'editor.minimap.enabled': false } });
  const { page, close } = await openPage();
  try {
    await page.goto(server.url(workspace));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 60_000 });
    await quickOpen(page, 'openapi.yaml');
    await page.locator('.squiggly-warning, .squiggly-error, .squiggly-info').first().waitFor({ timeout: 60_000 });
    await page.locator('.activitybar [aria-label^="Stridewise"], .activitybar [aria-label*="Threat"]').first().click();
    await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').first().waitFor({ timeout: 30_000 });
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
