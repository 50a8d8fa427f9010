// How long a large group of the Threats tree takes to be shown in the real VS Code.
import { join } from 'node:path';
import { openPage } from '../chromium.mjs';
import { openThreats, openWorkbench, treeShows } from '../editor-page.mjs';
import { ensureVscode, installExtension, serveVscode } from '../vscode.mjs';
import { median } from './measure.mjs';

const ROWS = '.tree-explorer-viewlet-tree-view .monaco-list-row';
const ROUNDS = 5;

/**
 * Milliseconds from the click that opens the group with these words to its first rows on the screen; the first time, when they
 * are asked from the server, and the median of later ones.
 */
export async function shownInEditor({ folder, scratch, vsix }, words) {
  await ensureVscode();
  const dataFolder = join(scratch, 'data');
  await installExtension(dataFolder, vsix);
  const server = await serveVscode({ dataFolder });
  const { page, close } = await openPage();
  try {
    await openWorkbench(page, server.url(folder));
    await openThreats(page);
    await treeShows(page, words);
    const first = await open(page, words);
    const later = [];
    for (let round = 0; round < ROUNDS; round++) {
      await toggle(page, words);
      await page.locator(`${ROWS}[aria-level="2"]`).first().waitFor({ state: 'detached' });
      later.push(await open(page, words));
    }
    return { first, later: median(later) };
  } finally {
    await close();
    await server.stop();
  }
}

async function toggle(page, words) {
  await page.locator(ROWS, { hasText: words }).first().locator('.monaco-tl-twistie').click();
}

async function open(page, words) {
  const start = performance.now();
  await toggle(page, words);
  await page.locator(`${ROWS}[aria-level="2"]`).first().waitFor();
  return performance.now() - start;
}
