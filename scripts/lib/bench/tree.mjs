// How long a change of a model takes to become the new order of the Threats tree, at the protocol.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dump } from 'js-yaml';
import { LanguageClient } from './language-client.mjs';
import { median, quantile } from './measure.mjs';

const SERVER = new URL('../../../dist/server.cjs', import.meta.url);
/** The client waits so long after a keystroke before it asks for the changes of the tree (client/src/views/follow-edits.ts). */
const PAUSE = 20;
const VIEW = { groupBy: 'risk', filter: '' };

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The example as it is. */
export function exampleIn(folder, example) {
  cpSync(example, folder, { recursive: true });
  return { folder, model: join(folder, 'shop.threats.yaml') };
}

/** A description with a small model beside it: three threats with figures, of operations all over it. */
export function withModel(folder, description, operations) {
  mkdirSync(folder, { recursive: true });
  const spec = basename(description);
  cpSync(description, join(folder, spec));
  const threats = operations.map((where, index) => [
    `  threat-${index}:`,
    `    title: Somebody does harm number ${index}`,
    `    affects: ${where}`,
    '    stride: disclosure',
    `    dread: ${5 + index}/6/5/6/5`,
  ]);
  const lines = ['stridewise: 1', 'apis:', `  api: { spec: ./${spec} }`, 'threats:', ...threats.flat(), ''];
  const model = join(folder, 'small.threats.yaml');
  writeFileSync(model, lines.join('\n'));
  return { folder, model };
}

/** A description whose every operation is called without a login: as many threats in one group of the tree. */
export function inOneGroup(folder, count) {
  mkdirSync(folder, { recursive: true });
  const paths = {};
  for (let index = 0; index < count; index++) {
    paths[`/things/a${index}`] = { get: { security: [], responses: { 200: { description: 'One' } } } };
  }
  const value = {
    openapi: '3.0.3',
    info: { title: 'Many', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths,
  };
  const spec = join(folder, 'many.yaml');
  writeFileSync(spec, dump(value, { noRefs: true }));
  const threats = Array.from({ length: count }, (_, index) => [
    `  threat-${index}:`,
    `    title: Somebody takes thing ${index}`,
    `    affects: GET /things/a${index}`,
    '    stride: disclosure',
    '    dread: 5/5/5/5/5',
  ]);
  const model = join(folder, 'many.threats.yaml');
  const lines = ['stridewise: 1', 'apis:', '  many: { spec: ./many.yaml }', 'threats:', ...threats.flat(), ''];
  writeFileSync(model, lines.join('\n'));
  return { folder, model };
}

class Tree {
  #version = 1;

  constructor(client, model) {
    this.client = client;
    this.uri = pathToFileURL(model).href;
    this.text = readFileSync(model, 'utf8');
    client.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'yaml', version: 1, text: this.text },
    });
  }

  async open() {
    await this.client.ready();
    const top = await this.client.request('stridewise/riskTree', { ...VIEW, follow: true });
    for (const { id } of top) await this.rowsOf(id);
    return top;
  }

  rowsOf(parent) {
    return this.client.request('stridewise/riskTree', { ...VIEW, follow: true, parent });
  }

  /** Milliseconds from the change to the changes of the tree, and these. */
  async edit(offset, length, newText) {
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length - 1;
    const character = offset - (before.lastIndexOf('\n') + 1);
    const start = performance.now();
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: [
        { range: { start: { line, character }, end: { line, character: character + length } }, text: newText },
      ],
    });
    const diagnostics = this.client.request('textDocument/diagnostic', { textDocument: { uri: this.uri } });
    await wait(PAUSE);
    const changes = await this.client.request('stridewise/treeChanges', {});
    const time = performance.now() - start;
    await diagnostics;
    this.text = `${before}${newText}${this.text.slice(offset + length)}`;
    return { time, changes };
  }
}

async function withTree({ folder, model }, use) {
  const client = new LanguageClient([SERVER.pathname, '--stdio']);
  await client.start(folder);
  try {
    return await use(new Tree(client, model));
  } finally {
    await client.stop();
  }
}

/** A digit of a threat's figures that becomes another one and back. */
export function reordering(input, count) {
  return withTree(input, async (tree) => {
    await tree.open();
    const results = [];
    for (const { at, text } of figuresIn(tree.text, count)) results.push(await tree.edit(at, 1, text));
    const times = results.map(({ time }) => time);
    const moved = results.filter(({ changes }) => changes.moved.length > 0).length;
    if (moved === 0) throw new Error('No change has moved anything in the tree.');
    return { median: median(times), p95: quantile(times, 0.95), edits: times.length, moved };
  });
}

/** Edits of the first digits of vectors, each and its undoing. */
function figuresIn(text, count) {
  const places = [...text.matchAll(/dread: (?=\d)/g)].map(({ index, 0: key }) => index + key.length);
  return Array.from({ length: count / 2 }, (_, round) => places[round % places.length]).flatMap((at) => [
    { at, text: text[at] === '2' ? '9' : '2' },
    { at, text: text[at] },
  ]);
}

/** What the largest group of the tree costs, and a change of one threat in it. */
export function largeGroup(input, count) {
  return withTree(input, async (tree) => {
    const top = await tree.open();
    const { id, children } = top.reduce((a, b) => (b.children > a.children ? b : a));
    const times = [];
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      await tree.rowsOf(id);
      times.push(performance.now() - start);
    }
    const at = tree.text.indexOf('Somebody takes');
    const edits = [];
    let nodes = 0;
    for (let round = 0; round < count / 2; round++) {
      for (const [length, text] of [
        [0, 'x'],
        [1, ''],
      ]) {
        const { time, changes } = await tree.edit(at, length, text);
        edits.push(time);
        nodes = Math.max(nodes, changes.changed.length + changes.moved.flatMap(({ come }) => come).length);
      }
    }
    return { children, rows: median(times), nodes, median: median(edits), p95: quantile(edits, 0.95) };
  });
}
