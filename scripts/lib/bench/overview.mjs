// The risk overview of a large description with a large model: how long it takes and how much is sent.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDescription, writeModel } from './generate.mjs';
import { LanguageClient } from './language-client.mjs';
import { quantile } from './measure.mjs';

const SERVER = new URL('../../../dist/server.cjs', import.meta.url);

/** Milliseconds of the first answer and (median) of those after edits of an operation, and the bytes of one. */
export async function overviewIn(folder, { operations, answers, edits }) {
  const file = writeDescription(folder, operations);
  rmSync(join(folder, 'generated.json'));
  writeModel(folder, answers);
  const client = new LanguageClient([SERVER.pathname, '--stdio']);
  await client.start(folder);
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, 'utf8');
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  try {
    const first = await timed(client);
    const times = [];
    for (let version = 2; version < 2 + edits; version++) {
      await edit(client, { uri, text, version });
      times.push((await timed(client)).wall);
    }
    const bytes = Buffer.byteLength(JSON.stringify(first.overview));
    return { first: first.wall, again: quantile(times, 0.5), bytes, threats: first.overview.summary.threats };
  } finally {
    await client.stop();
  }
}

async function timed(client) {
  const begin = performance.now();
  const overview = await client.request('stridewise/overview', {});
  return { overview, wall: performance.now() - begin };
}

/** Types a word into the summary of an operation and waits for what it changes. */
async function edit(client, { uri, text, version }) {
  const line = text.split('\n').findIndex((one) => /^ +summary: /.test(one));
  const start = { line, character: text.split('\n')[line].length };
  client.notify('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start, end: start }, text: 'x' }],
  });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
}
