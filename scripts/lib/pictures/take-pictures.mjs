// Pictures of everything that is ours in the real VS Code, in every kind of theme. A picture is taken only where what it is to show is there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageExtension } from '../../package.mjs';
import { openPage } from '../chromium.mjs';
import { makeWorkspace } from '../in-host.mjs';
import { smallPng } from '../small-png.mjs';
import { ensureVscode, installExtension, serveVscode, userSettings } from '../vscode.mjs';
import { STAGES } from './stages.mjs';
import { THEMES } from './themes.mjs';
import { tidy } from './tidy.mjs';
import { windowSettings } from './window-settings.mjs';

/** What is on screen is ours and the file: no minimap, no second side bar, and nothing that moves. */
const look = {
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.cursorSmoothCaretAnimation': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.layoutControl.enabled': false,
  'files.hotExit': 'off',
  'files.exclude': { '**/.vscode': true },
};

/** What a picture is called, without its ending. */
export const nameOf = (theme, scene) => `${theme.name}-${scene.name}`;

/** Each scene in light colours, and in the other themes those that are drawn in colours of ours. */
export const inShort = (theme, scene) => theme.name === 'light' || scene.hasOwnColours === true;

/**
 * Takes pictures into a folder, by `nameOf`, each with at most 256 colours.
 * @param {{folder: string, wanted?: (theme: {name: string}, scene: {name: string, hasOwnColours?: boolean}) => boolean, onPicture?: (result: object) => void}} options
 * @returns {Promise<{name: string, outcome: 'passed'|'failed', detail?: string}[]>} one result for each picture
 */
export async function takePictures({ folder, wanted = () => true, onPicture = () => undefined }) {
  await ensureVscode();
  mkdirSync(folder, { recursive: true });
  const made = makeWorkspace();
  const dataFolder = join(made.folder, 'data');
  await installExtension(dataFolder, await packageExtension());
  const server = await serveVscode({ dataFolder, settings: look });
  const { page, close } = await openPage();
  page.setDefaultTimeout(10_000);
  const context = {
    page,
    url: server.url,
    ...made,
    settings: windowSettings({ dataFolder, ...made, settings: { ...userSettings, ...look } }),
  };
  const results = [];
  const add = (result) => {
    results.push(result);
    onPicture(result);
  };
  try {
    for (const stage of STAGES) await playStage(context, stage, { folder, wanted, add });
  } finally {
    await close();
    await server.stop();
    await made.remove();
  }
  return results;
}

async function playStage(context, stage, { folder, wanted, add }) {
  const sets = THEMES.map((theme) => [theme, stage.scenes.filter((scene) => wanted(theme, scene))]);
  const parts = sets.filter(([, scenes]) => scenes.length > 0);
  if (parts.length === 0) return;
  const failure = await Promise.resolve(stage.enter?.(context)).catch((error) => error);
  if (failure) return add(await failed(context, folder, `stage-${stage.name}`, failure));
  for (const [theme, scenes] of parts) {
    context.theme = theme;
    context.settings({ 'workbench.colorTheme': theme.setting });
    for (const scene of scenes) add(await takePicture(context, scene, folder, nameOf(theme, scene)));
  }
}

async function takePicture(context, scene, folder, name) {
  const started = performance.now();
  try {
    if (!scene.opensWindow) {
      await context.page.locator(context.theme.workbench).first().waitFor();
      await tidy(context);
    }
    const shown = await scene.show(context);
    const target = shown ?? context.page;
    writeFileSync(join(folder, `${name}.png`), smallPng(await target.screenshot()));
    return { name, outcome: 'passed', milliseconds: performance.now() - started };
  } catch (error) {
    return await failed(context, folder, name, error);
  } finally {
    // Where it fails, the next picture does.
    await Promise.resolve(scene.after?.(context)).catch(() => undefined);
  }
}

/** A failure with what was on screen. */
async function failed({ page }, folder, name, error) {
  const path = join(folder, `failed-${name}.png`);
  await page.screenshot({ path }).catch(() => undefined);
  return { name, outcome: 'failed', detail: `${error.stack ?? error}\nWhat was on screen: ${path}` };
}
