// A headless Chromium for the served VS Code: the system's, else Debian's package, else playwright's own.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atEnd } from './ending.mjs';
import { cacheFolder, root } from './paths.mjs';
import { exists, run } from './run.mjs';
import { Missing, say } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function systemChromium() {
  if (process.env.STRIDEWISE_CHROMIUM) return process.env.STRIDEWISE_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

async function debianChromium() {
  if (process.getuid?.() !== 0 || !(await exists('apt-get'))) return undefined;
  say("Installing Debian's chromium ...");
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { capture: true, env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { capture: true, env });
  return systemChromium();
}

async function playwrightChromium() {
  say("Fetching playwright's Chromium ...");
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= join(cacheFolder, 'browsers');
  const { chromium } = await import('playwright-core');
  if (!existsSync(chromium.executablePath())) {
    const cli = join(root, 'node_modules/playwright-core/cli.js');
    const { code, output } = await run(process.execPath, [cli, 'install', 'chromium'], { capture: true });
    if (code !== 0) throw new Missing(`No Chromium found and none could be fetched:\n${output}`);
  }
  return chromium.executablePath();
}

/** Path of a Chromium that can be driven; fetches one where there is none. */
export async function ensureChromium() {
  return systemChromium() ?? (await debianChromium()) ?? (await playwrightChromium());
}

const flags = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';

/** Opens a page of 1440 x 900 (or as given) in a fresh headless Chromium, with further flags if need be. */
export async function openPage({ width = 1440, height = 900, args = [] } = {}) {
  const executablePath = await ensureChromium();
  const { chromium } = await import('playwright-core');
  // Signals are ours: what the browser looks at ends after it.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, args: [...flags.split(' '), ...args], ...signals });
  const close = atEnd(() => browser.close());
  const page = await browser.newPage({ viewport: { width, height } });
  return { page, close };
}
