// A folder of known flaws: manifest.json ({sets: [{set, spec}]}), <set>/blind/*.json, and the originals beside `blind`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { Missing } from '../say.mjs';
import { agreement, operationsOf } from './agreement.mjs';
import { riskOf, rowsOf } from './rows.mjs';

/** Grades of one contract, each better than the one before: the endings of their files' names. */
const GRADES = ['one', 'low', 'fully-secured'];

/** The risk methods beside the one that ranks where no model says so. */
export const OTHERS = ['owaspRating', 'pasta'];

export function setsOf(folder) {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Missing(`${manifest} does not exist.`);
  return JSON.parse(readFileSync(manifest, 'utf8')).sets;
}

/** The copy that the scorer counts is the one named by the manifest; the others are grades of the same contract. */
const isScored = (set, file) => set.spec.startsWith('(') || parse(set.spec).name === parse(file).name;

/** The description that a copy was made of, or undefined. */
function originalOf(folder, copy) {
  const named = readdirSync(folder).filter((file) => parse(file).name === parse(copy).name);
  return named.find((file) => ['.json', '.yaml', '.yml'].includes(parse(file).ext));
}

async function checked(file, check) {
  return { report: await check(file), operations: operationsOf(readFileSync(file, 'utf8'), file) };
}

/** Checks every copy of a set and its original. */
export async function measureSet(folder, set, check) {
  const own = join(folder, set.set);
  const measured = [];
  for (const file of readdirSync(join(own, 'blind')).sort()) {
    const copy = await checked(join(own, 'blind', file), check);
    const original = originalOf(own, file);
    const agreed = original && agreement(await checked(join(own, original), check), copy);
    const rows = rowsOf(set.set, file, copy.report);
    const name = `${set.set}/${file}`;
    const others = OTHERS.map((method) => ({ method, rows: rowsOf(set.set, file, copy.report, method) }));
    measured.push({ name, file, rows, others, risk: riskOf(rows), scored: isScored(set, file), agreed });
  }
  return measured;
}

/** The risks of the grades in their order, where a folder has them all; else null. */
export function gradesOf(measured) {
  const risks = GRADES.map((grade) => measured.find(({ file }) => parse(file).name.endsWith(`-${grade}`))?.risk);
  return risks.includes(undefined) ? null : risks;
}
