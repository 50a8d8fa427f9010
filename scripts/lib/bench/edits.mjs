// How long an edit takes to become diagnostics, at the protocol.
import { readFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from './language-client.mjs';
import { median, quantile } from './measure.mjs';

const SERVER = new URL('../../../dist/server.cjs', import.meta.url);

class OpenFile {
  #version = 1;
  #resultId;

  constructor(client, file) {
    this.client = client;
    this.uri = pathToFileURL(file).href;
    this.text = readFileSync(file, 'utf8');
    const languageId = extname(file) === '.json' ? 'json' : 'yaml';
    client.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId, version: 1, text: this.text },
    });
  }

  async pull() {
    const params = { textDocument: { uri: this.uri }, previousResultId: this.#resultId };
    const report = await this.client.request('textDocument/diagnostic', params);
    this.#resultId = report.resultId;
    return report;
  }

  /** Milliseconds from the change to its diagnostics. */
  async edit(range, text) {
    const start = performance.now();
    this.#version++;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
    await this.pull();
    return performance.now() - start;
  }
}

const at = (line, character) => ({ start: { line, character }, end: { line, character } });

/** The ends of the answers' titles, of what they cover and of their status in a generated model. */
function placesInModel(text, count) {
  const lines = text.split('\n');
  const all = lines.flatMap((line, index) =>
    /^ {4}(?:title|status):/.test(line) ? [{ line: index, character: line.length }] : [],
  );
  return Array.from({ length: count }, (_, index) => all[(index * 37) % all.length]);
}

/** Edits of a model: a character at the end of a title or a status and its removal. */
export function editsInModel(file, count) {
  return withFile(file, async (open, client) => {
    await client.ready();
    await open.pull();
    const times = [];
    const own = [];
    const edit = async (range, text) => {
      const before = client.ownThread();
      times.push(await open.edit(range, text));
      if (before !== null) own.push(client.ownThread() - before);
    };
    for (const { line, character } of placesInModel(open.text, count / 2)) {
      const spot = at(line, character);
      await edit(spot, 'x');
      await edit({ start: spot.start, end: { line, character: character + 1 } }, '');
    }
    return {
      lines: open.text.split('\n').length,
      median: median(times),
      p95: quantile(times, 0.95),
      own: own.length === 0 ? null : quantile(own, 0.95),
    };
  });
}

/** Positions at the end of operationIds, spread over the file: an edit there stays inside one operation. */
function placesIn(text, count) {
  const lines = text.split('\n');
  const all = lines.flatMap((line, index) =>
    /^\s+"?operationId"?:/.test(line) ? [{ line: index, character: line.replace(/["',\s]+$/, '').length }] : [],
  );
  return Array.from({ length: count }, (_, index) => all[(index * 37) % all.length]);
}

async function withFile(file, use) {
  const client = new LanguageClient([SERVER.pathname, '--stdio']);
  const start = performance.now();
  await client.start(dirname(file));
  const open = new OpenFile(client, file);
  const first = await open.pull();
  const opened = performance.now() - start;
  try {
    return { opened, diagnostics: first.items?.length ?? 0, ...(await use(open, client)) };
  } finally {
    await client.stop();
  }
}

/** Edits inside operations: a character and its removal, so that the text stays what it was. */
export function editsInOperations(file, count) {
  return withFile(file, async (open, client) => {
    const times = [];
    let early = null;
    for (const [index, { line, character }] of placesIn(open.text, count / 2).entries()) {
      const spot = at(line, character);
      times.push(await open.edit(spot, 'x'));
      times.push(await open.edit({ start: spot.start, end: { line, character: character + 1 } }, ''));
      if (index === 24) early = client.memory();
    }
    const late = client.memory();
    return { median: median(times), p95: quantile(times, 0.95), early, late };
  });
}

/** A root `security` that comes and goes. */
export function editsOfRootSecurity(file, count) {
  return withFile(file, async (open) => {
    const line = open.text.split('\n').findIndex((text) => /^(paths|servers|info):/.test(text));
    const text = 'security: [{ everyone: [] }]\n';
    const times = [];
    for (let index = 0; index < count; index++) {
      times.push(await open.edit(at(line, 0), text));
      times.push(await open.edit({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, ''));
    }
    return { median: median(times), p95: quantile(times, 0.95) };
  });
}
