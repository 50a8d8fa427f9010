// Pictures of the real VS Code: node scripts/screenshot.mjs [file.png] shows the example; with --tour FOLDER every
// view of it, with --overview FOLDER the risk overview in four themes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { callerPath } from './lib/caller-path.mjs';
import { openPage } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import {
  goTo,
  openThreats,
  openWorkbench,
  quickOpen,
  runCommand,
  treeShows,
  widenSideBar,
} from './lib/editor-page.mjs';
import { makeWorkspace } from './lib/in-host.mjs';
import { overviewTour } from './lib/overview-tour.mjs';
import { root } from './lib/paths.mjs';
import { main } from './lib/say.mjs';
import { smallPng } from './lib/small-png.mjs';
import { ensureVscode, installExtension, serveVscode } from './lib/vscode.mjs';
import { packageExtension } from './package.mjs';

/** What is on screen is ours and the file: no minimap, no second side bar. */
const look = { 'editor.minimap.enabled': false, 'workbench.secondarySideBar.defaultVisibility': 'hidden' };
/** Only the model of the example knows of it: once it is ranked, the model has been read. */
const threatOfModel = 'Somebody pretends to be the payment provider';

async function openExample({ page, url, workspace }) {
  await openWorkbench(page, url(workspace));
  await page.locator('.explorer-folders-view').waitFor();
  await quickOpen(page, 'openapi.yaml');
  await openThreats(page);
  await treeShows(page, threatOfModel);
  await widenSideBar(page);
}

async function shootExample(context, target) {
  const { page } = context;
  await openExample(context);
  await goTo(page, 175);
  await page.locator('.monaco-editor .squiggly-warning').first().hover({ force: true });
  await page.locator('.monaco-hover-content', { hasText: 'What happens' }).first().waitFor();
  writeFileSync(target, smallPng(await page.screenshot()));
}

async function tour(context, folder) {
  const { page } = context;
  mkdirSync(folder, { recursive: true });
  const shoot = async (name) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    console.log(path);
  };
  await openExample(context);
  for (const [grouping, words] of groupings) {
    await runCommand(page, `Stridewise: Group Threats by ${grouping}`);
    await treeShows(page, words);
    for (const group of [0, 1]) await openGroup(page, group);
    await shoot(`by-${grouping.split(' ')[0].toLowerCase()}`);
  }
  await runCommand(page, 'Stridewise: Group Threats by Risk');
  await treeShows(page, 'Critical');
  await treeShows(page, threatOfModel);
  const cause = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: 'and 1 more' }).first();
  await cause.locator('.monaco-tl-twistie').click();
  await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row[aria-level="3"]').first().waitFor();
  await shoot('cause');
  await overOperation(context, shoot);
  await page.keyboard.press('Escape');
  await runCommand(page, 'Stridewise: Explain a Rule for This Operation');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Not here' }).first().waitFor();
  await shoot('explain-rule');
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: 'Preview' }).first().waitFor();
  await page.waitForTimeout(1500);
  await shoot('explanation');
  await emptyViews(context, shoot);
}

async function openGroup(page, index) {
  const closed = page.locator('.tree-explorer-viewlet-tree-view .monaco-tl-twistie.collapsed');
  await closed.nth(index).click();
  await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row[aria-level="2"]').nth(index).waitFor();
}

const groupings = [
  ['STRIDE Category', 'Spoofing'],
  ['Operation', 'webhook paymentSettled'],
  ['Status', 'Open'],
];

/** The hover of an operation, and the lightbulb of one on which several things were found. */
async function overOperation({ page }, shoot) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await goTo(page, 111, 6);
  await runCommand(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover-content', { hasText: 'Why not something else' }).first().waitFor();
  await shoot('hover');
  await page.keyboard.press('Escape');
  await goTo(page, 124, 6);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').first().waitFor();
  await shoot('lightbulb');
}

/** The view in windows that have nothing to show. */
async function emptyViews({ page, url, folder }, shoot) {
  const bare = join(folder, 'bare');
  mkdirSync(bare, { recursive: true });
  writeFileSync(join(bare, 'README.md'), '# Nothing here\n');
  for (const [name, address, words] of [
    ['no-api', url(bare), 'Nothing in this workspace'],
    ['no-folder', url(bare).replace(/&folder=[^&]*/, '&ew=true'), 'Open a folder'],
  ]) {
    await openWorkbench(page, address);
    await openThreats(page);
    await page.locator('.welcome-view', { hasText: words }).first().waitFor({ timeout: 30_000 });
    await shoot(name);
  }
}

const usage = 'Use: node scripts/screenshot.mjs [file.png | --tour [folder] | --overview [folder]]';

/** What is to be shown, and where the pictures go. */
function parse([first, second]) {
  if (first === '--tour' || first === '--overview') {
    return { kind: first, target: callerPath(second ?? first.slice(2), usage) };
  }
  return { kind: '', target: first ? callerPath(first, usage) : join(root, 'media/screenshots/shop.png') };
}

await main(async () => {
  const { kind, target } = parse(process.argv.slice(2));
  await ensureDependencies();
  await build();
  await ensureVscode();
  const { folder, remove, workspace } = makeWorkspace();
  const dataFolder = join(folder, 'data');
  await installExtension(dataFolder, await packageExtension());
  const server = await serveVscode({ dataFolder, settings: look });
  const { page, close } = await openPage();
  const context = { page, url: server.url, workspace, folder };
  try {
    if (kind === '--tour') return await tour(context, target);
    if (kind === '--overview') return await overviewTour(context, target, threatOfModel);
    await shootExample(context, target);
    console.log(target);
  } catch (error) {
    const failed = join(root, 'out/screenshot-failed.png');
    await page.screenshot({ path: failed });
    console.log(`What was on screen: ${failed}`);
    throw error;
  } finally {
    await close();
    await server.stop();
    await remove();
  }
});
