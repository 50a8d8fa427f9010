// Measures the rules without known flaws; docs/evaluation.md says what the figures mean.
//   npm run evaluate                      plants the flaws of test/evaluation one by one and says which are found
//   npm run evaluate -- --rules           switches each rule off in turn and says what depends on it
//   npm run evaluate -- --corpus DIR [--only NAME,NAME] [--top N] [--judged FILE]
//                                         counts what is said of published descriptions; FILE judges what stands at the top
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromCaller } from './lib/paths.mjs';
import { main } from './lib/say.mjs';
import { allHold, atLeast, atMost, barTable } from './lib/score/bars.mjs';
import { commandLine } from './lib/score/command-line.mjs';
import { corpusRows, countsOf, descriptionIn, NAMES, shareTable, topLines, topOf } from './lib/score/corpus.mjs';
import { compared, judgedIn } from './lib/score/judged.mjs';
import { allDependedOn, dependenceLines, dependenceOfRules, planted } from './lib/score/planted.mjs';

const print = (lines) => console.log(lines.join('\n'));

function printBars(bars) {
  print(barTable(bars));
  if (!allHold(bars)) process.exitCode = 1;
}

async function evaluatePlanted() {
  const { measured } = await planted('table.ts');
  const all = measured();
  for (const { version, wrong } of all) for (const line of wrong) console.log(`${version}: ${line}`);
  printBars(
    all.flatMap(({ version, found, flaws, flagged, twins }) => [
      atLeast(`${version}: planted flaws found, of ${flaws}`, found, 48, 0),
      atMost(`${version}: harmless twins flagged, of ${twins}`, flagged, 0, 0),
    ]),
  );
}

async function evaluateRules() {
  const found = await dependenceOfRules();
  print(dependenceLines(found));
  if (!allDependedOn(found)) process.exitCode = 1;
}

/** Findings at the top that nobody judged yet, and judgements of what is no longer there. */
function printJudged(judged, name, top) {
  const { unjudged, gone } = compared(judged.get(name) ?? [], top);
  const list = (what, keys) => (keys.length === 0 ? [] : [`${name}, ${what}:`, ...keys.map((one) => `  ${one}`)]);
  print([...list('not judged', unjudged), ...list('judged and no longer at the top', gone)]);
}

async function evaluateCorpus(folder, names, count, judged) {
  const check = await commandLine();
  const measured = [];
  for (const name of names) {
    const report = await check(descriptionIn(join(folder, name)));
    measured.push({ name, counts: countsOf(report) });
    const top = topOf(report, count);
    if (count > 0) print([`${name}:`, ...topLines(top), '']);
    if (judged?.has(name)) printJudged(judged, name, top);
  }
  const bars = measured.flatMap(({ name, counts }) => corpusRows(name, counts));
  print([...shareTable(measured), '']);
  printBars(bars);
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      rules: { type: 'boolean', default: false },
      corpus: { type: 'string' },
      only: { type: 'string', default: NAMES.join(',') },
      top: { type: 'string', default: '0' },
      judged: { type: 'string' },
    },
  });
  if (values.rules) return evaluateRules();
  if (values.corpus === undefined) return evaluatePlanted();
  const judged = values.judged && judgedIn(readFileSync(fromCaller(values.judged), 'utf8'));
  return evaluateCorpus(fromCaller(values.corpus), values.only.split(','), Number(values.top), judged);
});
