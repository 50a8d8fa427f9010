import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Files of ours that people write, with their lines; none that somebody is about to add. */
const sources = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.css'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8').split('\n');
    return { path, text, lines: text.length - 1 };
  });

test('no file is longer than 400 lines, and half of them are shorter than 80', () => {
  expect(sources.length).toBeGreaterThan(100);
  const long = sources.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`);
  expect(long).toEqual([]);
  const sorted = sources.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
});

test('no rule is longer than 60 lines beside the table at its head', () => {
  const rules = sources.flatMap(({ path, text, lines }) => {
    if (!/^server\/src\/core\/rules\/(?!facts|conditions)[^/]+\//.test(path)) return [];
    const first = text.findIndex((line) => line.startsWith("  id: '"));
    const stubs = text.findIndex((line) => line.startsWith('  stubs: {'));
    const last = text.indexOf('  },', stubs);
    expect([first > 0, stubs > first, last > stubs], `${path} has a table from id to stubs`).toEqual([
      true,
      true,
      true,
    ]);
    return { path, lines: lines - (last - first + 1) };
  });
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter(({ lines }) => lines > 60).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});
