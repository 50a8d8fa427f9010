// What a journey took: keys by section, against the characters of what was written, and whether it has problems.
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { run } from '../run.mjs';

/** Prints the table of a journey; fails where a list did not come by itself, or the model that was written has a problem. */
export async function tell(title, { typist, text }, workspace, model) {
  const rows = [...typist.counts].map(([section, count]) => ({ section, ...count }));
  const total = { section: 'all', keys: 0, asked: 0, down: 0, chosen: 0 };
  for (const row of rows) for (const name of ['keys', 'asked', 'down', 'chosen']) total[name] += row[name];
  console.log(`\n${title}: ${total.keys} keys for ${text.length} characters`);
  console.table(
    [...rows, total].map((row) => ({
      ...row,
      characters: row.section === 'all' ? text.length : lengthOf(text, row.section),
    })),
  );
  for (const remark of typist.remarks) console.log(`- ${remark}`);
  const problems = await problemsOf(workspace, model);
  for (const problem of problems) console.log(`! ${problem}`);
  console.log(text);
  if (total.asked > 0) throw new Error(`${title}: ${total.asked} lists had to be asked for.`);
  if (problems.length > 0) throw new Error(`${title}: the model has ${problems.length} problems.`);
}

/** The characters of a root key, with all that is in it; what stands before the APIs counts with them. */
function lengthOf(text, section) {
  const start = text.search(new RegExp(`^${section}:`, 'm'));
  if (start < 0) return '';
  const end = text.indexOf('\n', start) + 1;
  const rest = text.slice(end).search(/^\S/m);
  const stop = rest < 0 ? text.length : end + rest;
  return section === 'apis' ? stop : stop - start;
}

/** Errors and warnings in the model, as the command line tells them. */
async function problemsOf(workspace, model) {
  const args = [join(root, 'dist/cli.mjs'), 'check', workspace, '--format', 'json'];
  const { output } = await run(process.execPath, args, { capture: true });
  const { problems = [] } = JSON.parse(output);
  const telling = problems.filter(({ file, severity }) => file.endsWith(model) && /^(?:error|warning)$/.test(severity));
  return telling.map(({ message, range }) => `line ${range.start.line}: ${message}`);
}
