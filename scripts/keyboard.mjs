// A model of the example from nothing, by keyboard alone, in the real VS Code: node scripts/keyboard.mjs FOLDER
// It counts the keys by section and leaves a picture of each step in the folder.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { callerPath } from './lib/caller-path.mjs';
import { openPage } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { openWorkbench } from './lib/editor-page.mjs';
import { makeWorkspace } from './lib/in-host.mjs';
import { fromCommand, fromNothing, lookAround } from './lib/keyboard/journeys.mjs';
import { tell } from './lib/keyboard/report.mjs';
import { main } from './lib/say.mjs';
import { ensureVscode, installExtension, serveVscode } from './lib/vscode.mjs';
import { packageExtension } from './package.mjs';

const model = 'shop.threats.yaml';
/** Nothing but what is ours and the file. */
const look = { 'editor.minimap.enabled': false, 'workbench.secondarySideBar.defaultVisibility': 'hidden' };

await main(async () => {
  const pictures = callerPath(process.argv[2] ?? 'out/keyboard', 'Use: node scripts/keyboard.mjs [folder]');
  await ensureDependencies();
  await build();
  await ensureVscode();
  mkdirSync(pictures, { recursive: true });
  const { folder, remove, workspace } = makeWorkspace();
  rmSync(join(workspace, model));
  const dataFolder = join(folder, 'data');
  await installExtension(dataFolder, await packageExtension());
  const server = await serveVscode({ dataFolder, settings: look });
  const { page, close } = await openPage();
  const shoot = async (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const read = () => readFileSync(join(workspace, model), 'utf8');
  try {
    await openWorkbench(page, server.url(workspace));
    const written = await fromNothing({ page, shoot, name: model, read });
    await tell('By hand', written, workspace, model);
    await tell('Looking around', await lookAround({ page, shoot, read }), workspace, model);
    rmSync(join(workspace, model));
    await openWorkbench(page, server.url(workspace));
    await tell('"New Threat Model"', await fromCommand({ page, shoot, read }), workspace, model);
  } catch (error) {
    await shoot('failed');
    throw error;
  } finally {
    await close();
    await server.stop();
    await remove();
  }
});
