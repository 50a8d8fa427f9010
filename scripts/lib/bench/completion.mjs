// How long completion in a model takes while it is typed, at the protocol.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from './language-client.mjs';
import { median, quantile } from './measure.mjs';

const SERVER = new URL('../../../dist/server.cjs', import.meta.url);
/** What is typed into an entry, word by word; completion is asked behind each character. */
const TYPED = ['    covers: ', '    covers: disclosure on ', '    covers: all on GET /group', '    sta', '    owner: '];

/**
 * Types lines into entries all over the model and asks for completion behind each character.
 * @returns milliseconds from the change to the parsed list; `processor`: what the server used of it on average, where that is known
 */
export async function completionInModel(file, { answers, rounds }) {
  const text = readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  const client = new LanguageClient([SERVER.pathname, '--stdio']);
  await client.start(dirname(file));
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'threat-model', version: 1, text } });
  await client.ready();
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const lines = text.split('\n');
  const typing = new Typing(client, uri);
  const used = client.cpu();
  for (let round = 0; round < rounds; round++) {
    const line = lines.indexOf(`  measure-${(round * 37) % answers}:`) + 1;
    await typing.line(line, TYPED[round % TYPED.length]);
  }
  const processor = used === null ? null : (client.cpu() - used) / typing.times.length;
  await client.stop();
  const { times, items, own } = typing;
  const most = Math.max(...items);
  const ownThread = own.length === 0 ? null : quantile(own, 0.95);
  return { median: median(times), p95: quantile(times, 0.95), processor, own: ownThread, most };
}

class Typing {
  times = [];
  items = [];
  /** Milliseconds of the server's own thread, where that is known. */
  own = [];
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
      const before = this.client.ownThread();
      this.#change(line, at, line, at, text[at]);
      if (text.slice(0, at + 1).trim() === '') continue;
      const position = { line, character: at + 1 };
      const list = await this.client.request('textDocument/completion', { textDocument: { uri: this.uri }, position });
      this.times.push(performance.now() - start);
      if (before !== null) this.own.push(this.client.ownThread() - before);
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
