// Measures against yardsticks of the same run: npm run bench -- [--corpus DIR] [--peers] [--rounds N]
// See docs/performance.md for what each row means.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { scratchFolder } from './lib/ending.mjs';
import { fromCaller, root } from './lib/paths.mjs';
import { Missing, main, say } from './lib/say.mjs';

const CLI = join(root, 'dist/cli.mjs');
const LOAD_ONLY = fileURLToPath(new URL('lib/bench/load-only.mjs', import.meta.url));
const EDITS = 300;
const MANY = 50_000;

const rows = [];
const row = (what, value, bar) => {
  rows.push({ what, value, bar });
  say(`${what}: ${value}`);
};
const ms = (value) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
const mb = (value) => `${Math.round(value)} MB`;

/** The largest YAML file of a folder. */
function largest(folder) {
  const files = readdirSync(folder)
    .filter((name) => ['.yaml', '.yml'].includes(extname(name)))
    .map((name) => join(folder, name));
  return files.sort((a, b) => statSync(b).size - statSync(a).size)[0];
}

async function inputs(corpus, scratch) {
  if (corpus !== null) {
    const github = largest(join(corpus, 'github'));
    const parts = join(corpus, 'digitalocean/specification/DigitalOcean-public.v2.yaml');
    return {
      large: github,
      small: largest(join(corpus, 'petstore')),
      parts: existsSync(parts) ? parts : null,
      name: 'GitHub',
    };
  }
  const { writeDescription } = await import('./lib/bench/generate.mjs');
  const large = writeDescription(join(scratch, 'large'), 1200);
  return { large, small: writeDescription(join(scratch, 'small'), 12), parts: null, name: 'generated' };
}

const check = (file) => ({ words: [CLI, 'check', file, '--format', 'json'] });

async function coldRows({ large, parts, name }, peer, rounds) {
  const { interleaved } = await import('./lib/bench/measure.mjs');
  const candidates = [
    { name: 'check', ...check(large) },
    { name: 'load', words: [LOAD_ONLY, large] },
    ...(peer ? [{ name: 'redocly', ...peer(large) }] : []),
  ];
  const cold = await interleaved(candidates, rounds);
  row(`${name}, check, whole process`, ms(cold.check.wall), '');
  row(`${name}, js-yaml load alone, whole process`, ms(cold.load.wall), '');
  row(`${name}, check / load`, (cold.check.wall / cold.load.wall).toFixed(2), '<= 1.5');
  row(`${name}, peak memory of check`, mb(cold.check.memory), '<= 300 MB');
  if (peer) row(`${name}, check / redocly lint`, (cold.check.wall / cold.redocly.wall).toFixed(2), '<= 0.4');
  if (parts === null) return;
  const many = await interleaved(
    [{ name: 'check', ...check(parts) }, ...(peer ? [{ name: 'redocly', ...peer(parts) }] : [])],
    rounds,
  );
  row('DigitalOcean, check, whole process', ms(many.check.wall), '');
  if (peer) row('DigitalOcean, check / redocly lint', (many.check.wall / many.redocly.wall).toFixed(2), '<= 1');
}

async function discoveryRow(scratch) {
  const { writeManyFiles } = await import('./lib/bench/generate.mjs');
  const { interleaved } = await import('./lib/bench/measure.mjs');
  const folder = join(scratch, 'many');
  mkdirSync(folder);
  writeManyFiles(folder, MANY);
  const { check: found } = await interleaved([{ name: 'check', ...check(folder) }], 3);
  row(`${MANY.toLocaleString('en')} files, three descriptions found`, ms(found.wall), '<= 5 s');
  if (!existsSync(join(root, 'dist/server.cjs'))) return;
  const { searchIn } = await import('./lib/bench/search.mjs');
  const server = await searchIn(folder);
  row(`${MANY.toLocaleString('en')} files, found by the server`, ms(server.found), '<= 5 s');
  row('... longest stretch without a turn', ms(server.longest), '<= 20 ms');
  if (server.idle !== null) row('... processor used in 2 s afterwards', ms(server.idle), 'idle');
}

const REQUESTS = 1_000_000;

async function trafficRows(scratch) {
  const { writeTraffic } = await import('./lib/bench/traffic.mjs');
  const { interleaved } = await import('./lib/bench/measure.mjs');
  const folder = join(scratch, 'traffic');
  const { log, har } = writeTraffic(folder, REQUESTS);
  const words = (file) => [CLI, 'inventory', folder, '--traffic', file, '--format', 'json'];
  const found = await interleaved(
    [
      { name: 'log', words: words(log) },
      { name: 'har', words: words(har) },
    ],
    3,
  );
  const size = statSync(har).size / 1024 / 1024;
  row(`${REQUESTS.toLocaleString('en')} requests of a log over 1000 operations`, ms(found.log.wall), '<= 10 s');
  row('... peak memory', mb(found.log.memory), '<= 300 MB');
  row(`HAR of ${mb(size)}, peak memory`, mb(found.har.memory), `<= ${mb(4 * size)}`);
}

async function editRows({ large, small, name }, scratch) {
  if (!existsSync(join(root, 'dist/server.cjs'))) {
    say('dist/server.cjs is not built: no edits measured.');
    return;
  }
  const { editsInOperations, editsOfRootSecurity } = await import('./lib/bench/edits.mjs');
  const own = join(scratch, 'small-alone');
  mkdirSync(own);
  cpSync(small, join(own, basename(small)));
  const one = await editsInOperations(large, EDITS);
  row(`${name}, open to first diagnostics (${one.diagnostics})`, ms(one.opened), '');
  row(`${name}, edit in an operation, median`, ms(one.median), '<= 10 ms');
  row(`${name}, edit in an operation, p95`, ms(one.p95), '<= 25 ms');
  if (one.late) {
    const { early, late } = one;
    row(`${name}, server memory after 50 / ${EDITS} edits`, `${mb(early.resident)} / ${mb(late.resident)}`, 'level');
  }
  const few = await editsInOperations(join(own, basename(small)), EDITS);
  row('Petstore, edit in an operation, p95', ms(few.p95), '<= 10 ms');
  const security = await editsOfRootSecurity(large, 10);
  row(`${name}, edit of the root security, p95`, ms(security.p95), '<= 500 ms');
}

const ANSWERS = 300;

async function modelRows(scratch) {
  if (!existsSync(join(root, 'dist/server.cjs'))) return;
  const { writeDescription, writeModel } = await import('./lib/bench/generate.mjs');
  const { completionInModel } = await import('./lib/bench/completion.mjs');
  const { editsInModel } = await import('./lib/bench/edits.mjs');
  const folder = join(scratch, 'model');
  writeDescription(folder, 1000);
  rmSync(join(folder, 'generated.json'));
  const file = writeModel(folder, ANSWERS);
  const edits = await editsInModel(file, EDITS);
  const what = `Model of ${edits.lines} lines, ${ANSWERS} answers, 1000 operations`;
  row(`${what}: open to first diagnostics (${edits.diagnostics})`, ms(edits.opened), '');
  row('... edit to diagnostics, median', ms(edits.median), '');
  row('... edit to diagnostics, p95', ms(edits.p95), '<= 30 ms');
  if (edits.own !== null) row("... edit to diagnostics, the server's own thread, p95", ms(edits.own), '');
  const completion = await completionInModel(file, { answers: ANSWERS, rounds: 25 });
  row(`... completion (${completion.most} items at most), median`, ms(completion.median), '');
  row('... completion, p95', ms(completion.p95), '<= 50 ms');
  if (completion.own !== null) row("... completion, the server's own thread, p95", ms(completion.own), '');
  if (completion.processor !== null) row('... completion, processor used, mean', ms(completion.processor), '');
}

const FIGURES = 100;
const ITEMS = 10_000;

async function treeRows({ large, name }, scratch) {
  if (!existsSync(join(root, 'dist/server.cjs'))) return;
  const { exampleIn, inOneGroup, largeGroup, reordering, withModel } = await import('./lib/bench/tree.mjs');
  const text = readFileSync(large, 'utf8');
  const paths = [...text.matchAll(/^ {2}["']?(\/[^"'\s]+)["']?:\n {4}get:/gm)].map(([, path]) => `GET ${path}`);
  const some = [0.1, 0.5, 0.9].map((share) => paths[Math.floor(paths.length * share)]);
  const inputs = [
    ['Example', exampleIn(join(scratch, 'example'), join(root, 'examples/shop')), '<= 50 ms'],
    [name, withModel(join(scratch, 'ranked'), large, some), '<= 100 ms'],
  ];
  for (const [what, input, bar] of inputs) {
    const found = await reordering(input, FIGURES);
    row(
      `${what}, a DREAD digit to the tree's new order (${found.moved} of ${found.edits} move), median`,
      ms(found.median),
      '',
    );
    row('... p95', ms(found.p95), bar);
  }
  const many = inOneGroup(join(scratch, 'group'), ITEMS);
  const group = await largeGroup(many, 20);
  row(`A group of ${group.children.toLocaleString('en')} items, request to answer`, ms(group.rows), '<= 1 s');
  row(`... a title of one of them, nodes sent`, String(group.nodes), '1');
  row('... edit to the change of the tree, median', ms(group.median), '');
  const { shownInEditor } = await import('./lib/bench/tree-in-editor.mjs');
  const { packageExtension } = await import('./package.mjs');
  const shown = await packageExtension()
    .then((vsix) => shownInEditor({ folder: many.folder, scratch, vsix }, 'Medium'))
    .catch((error) => say(`Not shown: ${error.message}`));
  if (!shown) return;
  row('... click to rows on the screen of VS Code, the first time', ms(shown.first), '<= 1 s');
  row('... later, median', ms(shown.later), '');
}

const RUNS = 10_000;

async function simulationRows(scratch) {
  if (!existsSync(join(root, 'dist/server.cjs'))) return;
  const { simulationIn } = await import('./lib/bench/simulation.mjs');
  const size = { operations: 1000, plans: 300, runs: RUNS };
  const found = await simulationIn(join(scratch, 'simulation'), size);
  const what = `${RUNS.toLocaleString('en')} runs, 1000 operations, ${found.measures} measures`;
  row(`${what}: request to answer`, ms(found.wall), '<= 2 s');
  if (found.processor !== null) row('... processor used', ms(found.processor), '<= 2 s');
  row(`... edit to diagnostics meanwhile (${found.during.count} edits), p95`, ms(found.during.p95), '<= 25 ms');
  row('... the same without it, p95', ms(found.alone.p95), '');
  const { during, alone } = found;
  if (during.own === null || alone.own === null) return;
  row("... the server's own thread per edit, meanwhile / without it", (during.own / alone.own).toFixed(2), '<= 1.2');
}

async function overviewRows(scratch) {
  if (!existsSync(join(root, 'dist/server.cjs'))) return;
  const { overviewIn } = await import('./lib/bench/overview.mjs');
  const found = await overviewIn(join(scratch, 'overview'), { operations: 1000, answers: ANSWERS, edits: 15 });
  row(`Overview of 1000 operations and ${found.threats} threats: first answer`, ms(found.first), '');
  row('... after an edit, median', ms(found.again), '<= 150 ms');
  row('... size', `${Math.round(found.bytes / 1000)} kB`, '<= 1000 kB');
}

function table() {
  const lines = rows.map(({ what, value, bar }) => `| ${what} | ${value} | ${bar} |`);
  const machine = `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`;
  return ['', machine, '', '| what | measured | bar |', '|---|---|---|', ...lines].join('\n');
}

await main(async () => {
  const { values } = parseArgs({
    options: { corpus: { type: 'string' }, peers: { type: 'boolean' }, rounds: { type: 'string' } },
  });
  const corpus = values.corpus === undefined ? null : fromCaller(values.corpus);
  if (corpus !== null && !existsSync(join(corpus, 'github'))) {
    throw new Missing(`${corpus} has no folder "github" with a large description.`);
  }
  await ensureDependencies();
  await build();
  const { folder: scratch } = scratchFolder('stridewise-bench-');
  const peer = values.peers ? await (await import('./lib/bench/peers.mjs')).redocly() : null;
  const input = await inputs(corpus, scratch);
  await coldRows(input, peer, Number(values.rounds ?? 7));
  await editRows(input, scratch);
  await modelRows(scratch);
  await treeRows(input, scratch);
  await simulationRows(scratch);
  await overviewRows(scratch);
  await discoveryRow(scratch);
  await trafficRows(scratch);
  console.log(table());
});
