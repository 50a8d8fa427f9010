// A minimal client of the Language Server Protocol over stdio: pulls diagnostics, knows nothing of our own requests.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const METHOD_NOT_FOUND = -32601;
/** What a client must answer; anything else is refused, as an editor that knows nothing of us would. */
const ANSWERS = {
  'client/registerCapability': () => null,
  'client/unregisterCapability': () => null,
  'window/workDoneProgress/create': () => null,
  'workspace/diagnostic/refresh': () => null,
  'workspace/configuration': ({ items }) => items.map(() => null),
};

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

export class LanguageClient {
  #child;
  #waiting = new Map();
  #next = 1;
  #buffer = Buffer.alloc(0);
  #refresh;
  /** Resolves when the server first asks for diagnostics to be pulled again: its files are read. */
  refreshed = new Promise((done) => {
    this.#refresh = done;
  });

  constructor(words, env = {}) {
    const stdio = ['pipe', 'pipe', 'inherit'];
    this.#child = spawn(process.execPath, words, { stdio, env: { ...process.env, ...env } });
    this.#child.stdout.on('data', (chunk) => this.#receive(chunk));
    this.ended = new Promise((done) => this.#child.on('close', done));
    this.#child.on('exit', (code) => {
      for (const { fail } of this.#waiting.values()) fail(new Error(`The server ended with ${code}.`));
    });
  }

  async start(folder) {
    const uri = pathToFileURL(folder).href;
    await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        textDocument: {
          synchronization: {},
          diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
        },
        workspace: { workspaceFolders: true, configuration: true, diagnostics: { refreshSupport: true } },
      },
    });
    this.notify('initialized', {});
  }

  /** Resolves when every file of the folder is read: only then the workspace's diagnostics are answered. */
  ready() {
    return this.request('workspace/diagnostic', { previousResultIds: [] });
  }

  async stop() {
    await this.request('shutdown');
    this.notify('exit');
  }

  request(method, params) {
    const id = this.#next++;
    this.#send({ id, method, params });
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail }));
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** Milliseconds of processor that the server has used; Linux only, else null. */
  cpu() {
    try {
      const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
    } catch {
      return null;
    }
  }

  /** The same of the server's own thread, its workers apart. */
  ownThread() {
    try {
      const { pid } = this.#child;
      return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      return null;
    }
  }

  /** Resident and peak memory in MB; Linux only, else null. */
  memory() {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
      return { resident: of('VmRSS'), peak: of('VmHWM') };
    } catch {
      return null;
    }
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk) {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#buffer.toString('latin1', 0, head))?.[1]);
      const end = head + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', head + 4, end));
      this.#buffer = this.#buffer.subarray(end);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result, error }) {
    if (method !== undefined) {
      if (id !== undefined) this.#answer(id, method, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.fail(new Error(`${error.message} (${error.code})`));
    else waiting?.done(result);
  }

  #answer(id, method, params) {
    if (method === 'workspace/diagnostic/refresh') this.#refresh();
    const answer = ANSWERS[method];
    if (answer === undefined) this.#send({ id, error: { code: METHOD_NOT_FOUND, message: `${method} is not known` } });
    else this.#send({ id, result: answer(params) });
  }
}
