// How long completion in a model takes while it is typed, at the protocol.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dump } from 'js-yaml';
import { description } from './generate.mjs';
import { LanguageClient } from './language-client.mjs';
import { median, quantile } from './measure.mjs';

const SERVER = new URL('../../../dist/server.cjs', import.meta.url);
const CATEGORIES = ['spoofing', 'tampering', 'repudiation', 'disclosure', 'denial', 'elevation'];

/** A model with this many mitigations, of six to seven lines each. */
function model(mitigations) {
  const entries = Array.from({ length: mitigations }, (_, index) => {
    const path = `/group-${index % 20}/things-${index}/{id}`;
    return [
      `  answer-${index}:`,
      `    title: What is done about the things of number ${index}`,
      `    covers:`,
      `      - ${CATEGORIES[index % 6]} on GET ${path}`,
      `    status: planned`,
      `    due: 2030-01-01`,
      '',
    ].join('\n');
  });
  const head =
    'stridewise: 1\ntitle: Things\napis:\n  things: { spec: ./generated.yaml, exposure: internet }\nmitigations:\n';
  return head + entries.join('');
}

/** What is typed into an entry, word by word; completion is asked behind each character. */
const TYPED = ['    covers: ', '    covers: disclosure on ', '    covers: all on GET /group', '    sta', '    owner: '];

/**
 * Types lines into entries all over the model and asks for completion behind each character.
 * @returns milliseconds from the change to the parsed list; `processor`: what the server used of it on average, where that is known
 */
export async function completionInModel(folder, { operations, mitigations, rounds }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'generated.yaml'), dump(description(operations), { lineWidth: 120, noRefs: true }));
  const file = join(folder, 'things.threats.yaml');
  const text = model(mitigations);
  writeFileSync(file, text);
  const uri = pathToFileURL(file).href;
  const client = new LanguageClient([SERVER.pathname, '--stdio']);
  await client.start(folder);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'threat-model', version: 1, text } });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  // Answered when every file of the folder is read.
  await client.request('workspace/diagnostic', { previousResultIds: [] });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const lines = text.split('\n');
  const typing = new Typing(client, uri);
  const used = client.cpu();
  for (let round = 0; round < rounds; round++) {
    const entry = (round * 37) % mitigations;
    const line = lines.indexOf(`  answer-${entry}:`) + 1;
    await typing.line(line, TYPED[round % TYPED.length]);
  }
  const processor = used === null ? null : (client.cpu() - used) / typing.times.length;
  await client.stop();
  const { times, items } = typing;
  const most = Math.max(...items);
  return { lines: lines.length, median: median(times), p95: quantile(times, 0.95), processor, most };
}

class Typing {
  times = [];
  items = [];
  #version = 1;

  constructor(client, uri) {
    this.client = client;
    this.uri = uri;
  }

  /** Types a line above another, character by character, and takes it away again. */
  async line(line, text) {
    this.#change(line, 0, line, 0, '\n');
    for (let at = 0; at < text.length; at++) {
      const start = performance.now();
      this.#change(line, at, line, at, text[at]);
      if (text.slice(0, at + 1).trim() === '') continue;
      const position = { line, character: at + 1 };
      const list = await this.client.request('textDocument/completion', { textDocument: { uri: this.uri }, position });
      this.times.push(performance.now() - start);
      this.items.push(list?.items.length ?? 0);
    }
    this.#change(line, 0, line + 1, 0, '');
  }

  #change(line, character, endLine, endCharacter, text) {
    this.#version++;
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
  }
}
