// Simulated attacks on a generated API with as many plans as a large model has, and edits while they run.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDescription } from './generate.mjs';
import { LanguageClient } from './language-client.mjs';
import { quantile } from './measure.mjs';

const SERVER = new URL('../../../dist/server.cjs', import.meta.url);
const EDITS = 60;
const CONTROLS = ['ownership-check', 'input-validation', 'pagination', 'output-filtering'];

/** A model with a plan for each of so many operations: as many measures are weighed, and no two operations are alike. */
function modelOf(plans) {
  const measures = Array.from({ length: plans }, (_, index) => {
    const covers = `operation ${index % 2 ? 'post' : 'get'}Thing${index}`;
    const control = CONTROLS[index % CONTROLS.length];
    return `  plan-${index}: { title: Plan ${index}, control: ${control}, covers: ${covers}, status: planned }`;
  });
  return [
    'stridewise: 1',
    'title: Generated',
    'apis: { store: { spec: ./generated.yaml, exposure: internet, zone: backend } }',
    'data:',
    '  customer: { class: personal, fields: [field_1_1, field_2_1, field_3_1] }',
    '  card: { class: payment, fields: [field_4_1, field_5_1] }',
    'zones: { internet: untrusted, backend: trusted }',
    'actors: { shopper: { zone: internet, calls: store ANY /** } }',
    'components: { store-db: { kind: datastore, zone: backend, holds: [customer, card] } }',
    'flows: { "store -> store-db": { carries: [customer, card] } }',
    'mitigations:',
    ...measures,
    '',
  ].join('\n');
}

/** Milliseconds until the answer, processor time that it took (null but on Linux), and those of edits meanwhile. */
export async function simulationIn(folder, { operations, plans, runs }) {
  const file = writeDescription(folder, operations);
  rmSync(join(folder, 'generated.json'));
  const model = join(folder, 'generated.threats.yaml');
  writeFileSync(model, modelOf(plans));
  const client = new LanguageClient([SERVER.pathname, '--stdio']);
  await client.start(folder);
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, 'utf8');
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  const pull = () => client.request('textDocument/diagnostic', { textDocument: { uri } });
  await pull();
  // The first tells what there is to do, and warms up.
  await client.request('stridewise/simulate', { runs: 100 });
  try {
    const quiet = await timed(client, () => client.request('stridewise/simulate', { runs }));
    const found = quiet.result;
    const open = { client, uri, text, pull, version: 1 };
    // The first edits are slower, whatever else goes on.
    await editsWhile(open, (count) => count < EDITS);
    let isOver = false;
    const long = client.request('stridewise/simulate', { runs: runs * 20 }).finally(() => {
      isOver = true;
    });
    const during = await editsWhile(open, (count) => !isOver && count < EDITS);
    await long;
    const alone = await editsWhile(open, (count) => count < EDITS);
    return { ...quiet, measures: found.measures.length, during, alone };
  } finally {
    await client.stop();
  }
}

async function timed(client, ask) {
  const [start, before] = [performance.now(), client.cpu()];
  const result = await ask();
  const after = client.cpu();
  return { result, wall: performance.now() - start, processor: before === null ? null : after - before };
}

/**
 * A character and its removal, as long as it is wanted: how many edits, within which time nearly all had diagnostics, and what each took
 * of the server's own thread.
 */
async function editsWhile(open, isWanted) {
  const { client, uri, text, pull } = open;
  const line = text.split('\n').findIndex((one) => /^\s+operationId: /.test(one));
  const character = text.split('\n')[line].length;
  const times = [];
  const before = client.ownThread();
  while (isWanted(times.length)) {
    open.version++;
    const isTyped = open.version % 2 === 0;
    const range = { start: { line, character }, end: { line, character: isTyped ? character : character + 1 } };
    const contentChanges = [{ range, text: isTyped ? 'x' : '' }];
    const start = performance.now();
    client.notify('textDocument/didChange', { textDocument: { uri, version: open.version }, contentChanges });
    await pull();
    times.push(performance.now() - start);
  }
  const after = client.ownThread();
  const own = before === null ? null : (after - before) / times.length;
  return { count: times.length, p95: quantile(times, 0.95), own };
}
