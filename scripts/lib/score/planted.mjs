// The planted flaws of test/evaluation, bundled and run here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../paths.mjs';
import { aligned } from './bars.mjs';

/** A module of test/evaluation with what it imports. */
export async function planted(name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/evaluation', name)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const [{ text }] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

const textsIn = (folder, ending) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => [file.slice(0, -ending.length), readFileSync(join(root, folder, file), 'utf8')]);

/** Test files of the rules that name a rule. */
function namedIn(rule, tests) {
  const whole = new RegExp(`(?<![-\\w])${rule}(?![-\\w])`);
  return tests.filter(([, text]) => whole.test(text)).map(([name]) => name);
}

/** What depends on each rule: planted flaws, its page's example, unit tests that name it. */
export async function dependenceOfRules() {
  const { dependences } = await planted('switched-off.ts');
  const tests = textsIn('test/rules', '.test.ts');
  const found = dependences(Object.fromEntries(textsIn('docs/rules', '.md')));
  return found.map((one) => ({ ...one, tests: namedIn(one.rule, tests) }));
}

export function dependenceLines(found) {
  const none = ({ planted: flaws, page, tests }) => flaws.length === 0 && !page && tests.length === 0;
  const cells = found.map(({ rule, planted: flaws, page, tests }) => [
    rule,
    page ? 'yes' : 'NO',
    flaws.join(', ') || '-',
    tests.join(', ') || '-',
  ]);
  const count = (what, holds) =>
    `${what}: ${
      found
        .filter((one) => !holds(one))
        .map(({ rule }) => rule)
        .join(', ') || 'none'
    }`;
  return [
    ...aligned([['rule', 'page', 'planted flaws that only it finds', 'unit tests that name it'], ...cells]),
    '',
    `rules: ${found.length}`,
    count('no planted flaw depends on', ({ planted: flaws }) => flaws.length > 0),
    count('no page example depends on', ({ page }) => page),
    count('no unit test names', ({ tests }) => tests.length > 0),
    count('nothing at all depends on', (one) => !none(one)),
  ];
}

export const allDependedOn = (found) => found.every(({ page }) => page);
