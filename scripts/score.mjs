// Scores the derived threats against a folder of known flaws: npm run score -- DIR
// DIR holds manifest.json ({sets: [{set, spec}]}), <set>/blind/*.json and score.py, which is given one row a finding and operation.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { scratchFolder } from './lib/ending.mjs';
import { fromCaller, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Missing, main } from './lib/say.mjs';

const LETTERS = {
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information-disclosure': 'I',
  'denial-of-service': 'D',
  'elevation-of-privilege': 'E',
};
/** Only the edition of 2019 speaks of injection and of logging. */
const ONLY_2019 = ['API8:2019', 'API10:2019'];

const owaspOf = (ids) => ids.find((id) => id.endsWith(':2023')) ?? ids.find((id) => ONLY_2019.includes(id)) ?? '';
const counts = ({ rule, severity }) => rule !== 'unanswered' && severity !== 'hint';

async function findingsOf(folder, file) {
  const { folder: scratch, remove } = scratchFolder('stridewise-score-');
  try {
    const output = join(scratch, 'findings.json');
    const words = ['check', file, '--format', 'json', '--output', output];
    const ended = await run(process.execPath, [join(root, 'dist/cli.mjs'), ...words], { cwd: folder, capture: true });
    if (!existsSync(output)) throw new Missing(`${join(folder, file)} was not checked:\n${ended.output}`);
    return JSON.parse(readFileSync(output, 'utf8')).findings.filter(counts);
  } finally {
    await remove();
  }
}

function rowsOf(set, spec, findings) {
  return findings.flatMap((finding) =>
    finding.operations.map(({ method, path }) => ({
      set,
      spec,
      method,
      path,
      owasp: owaspOf(finding.owasp),
      stride: finding.stride.map((category) => LETTERS[category]),
      cwe: finding.cwe.map((id) => `CWE-${id}`),
      score: finding.risk.residual / 10,
      rule: finding.rule,
    })),
  );
}

/** The copy that the scorer counts is the one named by the manifest; the others are grades of the same contract. */
function isScored(set, file) {
  return set.spec.startsWith('(') || parse(set.spec).name === parse(file).name;
}

await main(async () => {
  const [given, ...rest] = process.argv.slice(2);
  if (given === undefined) throw new Missing('npm run score -- DIR, a folder with manifest.json and score.py');
  const folder = fromCaller(given);
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Missing(`${manifest} does not exist.`);
  await ensureDependencies();
  await build();
  const rows = [];
  for (const set of JSON.parse(readFileSync(manifest, 'utf8')).sets) {
    const blind = join(folder, set.set, 'blind');
    for (const file of readdirSync(blind).sort()) {
      const ours = rowsOf(set.set, file, await findingsOf(blind, file));
      const risk = ours.reduce((sum, { score }) => sum + score * 10, 0);
      console.log(`${set.set}/${file}: ${ours.length} rows, residual risk ${risk.toFixed(1)}`);
      if (isScored(set, file)) rows.push(...ours);
    }
  }
  const scratch = mkdtempSync(join(tmpdir(), 'stridewise-score-'));
  const written = join(scratch, 'rows.json');
  writeFileSync(written, JSON.stringify(rows, null, 1));
  console.log(`${rows.length} rows: ${written}`);
  const { code } = await run('python3', [join(folder, 'score.py'), written, ...rest], { cwd: scratch });
  process.exitCode = code;
});
