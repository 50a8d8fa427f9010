// The suite of test/e2e under the desktop VS Code, where that can be downloaded.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { bundleSuite, makeWorkspace, readResults } from './lib/in-host.mjs';
import { cacheFolder, root } from './lib/paths.mjs';
import { Missing, main, say } from './lib/say.mjs';
import { Tally } from './lib/tally.mjs';

await main(async () => {
  await ensureDependencies();
  await build();
  const suite = await bundleSuite();
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const cachePath = join(cacheFolder, 'vscode-electron');
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ cachePath }).catch((error) => {
    throw new Missing(
      `The desktop VS Code could not be downloaded from update.code.visualstudio.com: ${error.message}`,
    );
  });
  const { remove, workspace, results } = makeWorkspace();
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    extensionTestsEnv: { STRIDEWISE_RESULTS: results, STRIDEWISE_TRUSTED: 'true' },
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  }).catch((error) => say(error.message));
  const tally = new Tally();
  tally.add('VS Code desktop', readResults(results, 'desktop'));
  await remove();
  if (tally.failed) process.exitCode = 1;
  console.log(tally.line);
});
