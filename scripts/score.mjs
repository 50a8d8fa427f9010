// Scores the derived threats against a folder of known flaws: npm run score -- DIR [words for its scorer]
// docs/evaluation.md says what the folder holds and what the rows mean.
import { fromCaller } from './lib/paths.mjs';
import { Missing, main } from './lib/say.mjs';
import { allHold, atLeast, atMost, barTable, falling } from './lib/score/bars.mjs';
import { commandLine } from './lib/score/command-line.mjs';
import { figuresOf, scored } from './lib/score/scorer.mjs';
import { gradesOf, measureSet, OTHERS, setsOf } from './lib/score/truth.mjs';

/** The scorer's figures, as rows; its first findings are five. */
function scoreRows({ visible, partly, density, safe, knowable, precision, first }) {
  return [
    atLeast('recall of visible flaws', visible, 0.9),
    atLeast('recall of partly visible flaws', partly, 0.35),
    atMost('findings an operation', density, 1.5),
    atMost(`safe operations flagged, of ${knowable} that can be known`, safe, 1, 0),
    atLeast('precision, lower bound', precision, 0.35, 3),
    atLeast('precision of the first five, mean of the sets', first, 0.55),
  ];
}

function gradeRows(measured) {
  const grades = gradesOf(measured);
  return grades === null ? [] : [falling('residual risk of grades: one, low, fully-secured', grades)];
}

function agreementRows(measured) {
  const agreed = measured.flatMap((one) => one.agreed ?? []);
  const [same, all] = ['same', 'all'].map((key) => agreed.reduce((sum, one) => sum + one[key], 0));
  const what = `same findings in original and copy, % of ${all}`;
  return all === 0 ? [] : [atLeast(what, (100 * same) / all, 98, 1)];
}

await main(async () => {
  const [given, ...words] = process.argv.slice(2);
  if (given === undefined) throw new Missing('npm run score -- DIR, a folder with manifest.json and score.py');
  const folder = fromCaller(given);
  const sets = setsOf(folder);
  const check = await commandLine();
  const measured = [];
  for (const set of sets) measured.push(...(await measureSet(folder, set, check)));
  for (const { name, rows, risk, agreed } of measured) {
    console.log(`${name}: ${rows.length} rows, residual risk ${risk.toFixed(1)}`);
    for (const line of agreed?.differing ?? []) console.log(`  ${line}`);
  }
  const counted = measured.filter((one) => one.scored).flatMap(({ rows }) => rows);
  const output = await scored(folder, counted, ['--k', '5', ...words]);
  console.log(`\n${output}`);
  const others = [];
  for (const method of OTHERS) {
    const rows = measured
      .filter((one) => one.scored)
      .flatMap((one) => one.others.find((by) => by.method === method).rows);
    const { first } = figuresOf(await scored(folder, rows, ['--k', '5']));
    others.push(`precision of the first five by ${method}, mean of the sets: ${first.toFixed(2)}`);
  }
  const bars = [...scoreRows(figuresOf(output)), ...gradeRows(measured), ...agreementRows(measured)];
  console.log(barTable(bars).join('\n'));
  console.log(others.join('\n'));
  if (!allHold(bars)) process.exitCode = 1;
});
