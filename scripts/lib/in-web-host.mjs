// Runs the suite of test/e2e/web in VS Code for the web, over a file system that is memory alone.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { askHands } from './page-hands.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { silence, watchSilence } from './silence.mjs';
import { userSettings } from './vscode.mjs';
import { ensureWebVscode, serveWebVscode } from './web-vscode.mjs';

const decoy =
  'openapi: 3.1.0\ninfo: { title: Decoy, version: 1.0.0 }\npaths: { /secrets: { get: { responses: {} } } }\n';
const web = join(root, 'test/e2e/web');

/** Every file below a folder, by its path from there. */
function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Node's assert and file system, which the parts shared with the desktop suite import, have stand-ins. */
const standIns = {
  name: 'stand-ins',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, () => ({ path: join(web, 'node-stand-ins.ts') }));
  },
};

async function bundle(entry, facts) {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(web, entry)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    define: { STRIDEWISE_RUN: JSON.stringify(facts) },
    plugins: [standIns],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** What a Chromium asks for in its own name, whatever page it shows. */
const browsersOwn = /(?:clients2|accounts|update|optimizationguide-pa|content-autofill)\.google(?:apis)?\.com/;

/** A proxy that lets nothing through and keeps what was asked for: the browser goes through it to all but this machine. */
async function refusingProxy() {
  const asked = [];
  const refuse = ({ url }) => browsersOwn.test(url) || asked.push(url);
  const server = createServer((request, response) => {
    refuse(request);
    response.writeHead(403).end();
  }).on('connect', (request, socket) => {
    refuse(request);
    socket.on('error', () => undefined).end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { asked, stop, flag: `--proxy-server=http://127.0.0.1:${server.address().port}` };
}

/** Notes what a page asks for beyond this machine and what it complains about in our name. */
function watch(page) {
  const seen = { requests: 0, away: [], errors: [] };
  page.context().on('request', (request) => {
    seen.requests += 1;
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && !/(?:^|\.)localhost$/.test(hostname)) seen.away.push(request.url());
  });
  page.on('console', (message) => {
    const text = `${message.text()} (${message.location().url})`;
    if (process.env.STRIDEWISE_VERBOSE) say(`  [${message.type()}] ${text}`);
    if (message.type() === 'error' && /stridewise|\/extension\//i.test(text)) seen.errors.push(text);
  });
  page.on('pageerror', (error) => seen.errors.push(error.stack ?? error.message));
  return seen;
}

/** The rows of the view of threats, as a reader of the page sees them. */
async function rowsOf(page) {
  const rows = page.locator('.pane:has([aria-label*="Threats"]) .monaco-list-row');
  await rows
    .first()
    .waitFor({ timeout: 20_000 })
    .catch(() => undefined);
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? row.textContent));
}

const uri = (host, path) => ({ scheme: 'http', authority: host, path });

/** The example, a specification in several files, and two that nobody should read. */
const workspaceFiles = () => ({
  ...filesOf(join(root, 'examples/shop')),
  ...filesOf(join(web, 'files')),
  '.gitignore': 'ignored/\n',
  'ignored/openapi.yaml': decoy,
  'node_modules/api/openapi.yaml': decoy,
});

async function runInPage(page, server, silent, { trusted, scheme }) {
  const { host } = server;
  const facts = { origin: `http://${host}`, trusted, files: workspaceFiles() };
  server.add('/files/package.json', readFileSync(join(web, 'files-extension.json'), 'utf8'));
  server.add('/files/main.js', await bundle('files-extension.ts', facts));
  // VS Code runs a suite only from inside the extension that it tests.
  server.add('/extension/suite.js', await bundle('index.ts', facts));
  const ended = new Promise((done) => {
    page.on('crash', () => done('the page crashed'));
    silent.then(() => done(`nothing came for ${silence / 1000} s`));
    page.exposeFunction('codeAutomationExit', () => done(''));
  });
  const address = server.start({
    folder: `${scheme}://disk/shop`,
    trusted,
    configurationDefaults: userSettings,
    additionalBuiltinExtensions: [uri(host, '/files')],
    developmentOptions: { extensions: [uri(host, '/extension')], extensionTestsPath: uri(host, '/extension/suite.js') },
  });
  await page.goto(address);
  return ended;
}

const check = (name, wrong) => ({ name, outcome: wrong.length > 0 ? 'failed' : 'passed', detail: wrong.join('\n') });

/**
 * One run of the suite, and what the browser saw meanwhile.
 * @param {{name: string, trusted: boolean, scheme: string}} options the scheme is the one of the files in memory
 * @returns {Promise<{name: string, outcome: 'passed'|'failed'|'skipped', detail?: string}[]>} Missing where VS Code cannot be fetched.
 */
export async function runInWebHost({ name, trusted, scheme }) {
  await ensureWebVscode();
  const proxy = await refusingProxy();
  const { page, close } = await openPage({ args: [proxy.flag, '--disable-features=TrackingProtection3pcd'] });
  let results = [];
  let last;
  const { silent, stop } = watchSilence(() => last);
  const server = await serveWebVscode(async (path, body) => {
    if (path === '/rows') return rowsOf(page);
    if (path === '/hands') return askHands(page, body);
    // They may overtake each other.
    const sent = JSON.parse(body);
    if (sent.length > results.length) results = sent;
    last = Date.now();
    return {};
  });
  try {
    const seen = watch(page);
    const failure = await runInPage(page, server, silent, { trusted, scheme });
    if (process.env.STRIDEWISE_VERBOSE) await page.screenshot({ path: `/tmp/stridewise-web-${name}.png` });
    const ends = failure || (results.length > 0 ? '' : 'no results');
    const all = [
      ...results,
      check('the suite ran to its end', ends ? [ends] : []),
      check('nothing was asked of another machine', [...seen.away, ...proxy.asked]),
      check('no error on the console is ours', seen.errors),
    ];
    return all.map((result) => ({ ...result, name: `${name}: ${result.name}` }));
  } finally {
    stop();
    await close();
    server.stop();
    proxy.stop();
  }
}
