import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What people download; all else stays in the checkout. */
const WANTED = [
  /^(?:package|package\.nls)\.json$/,
  /^(?:README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^dist\/[\w.]+\.c?js$/,
  /^docs\/(?:model|techniques|tutorial|rules\/[\w-]+)\.md$/,
  /^(?:syntaxes|snippets|schemas)\/[\w.-]+\.json$/,
  /^media\/[\w/-]+\.(?:svg|png)$/,
];

describe('the packed extension', () => {
  it('holds what runs and what is read, and no maps, tests, scripts or sources', () => {
    const words = ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'];
    const files = execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split('\n');
    expect(files).toContain('package.json');
    expect(files.filter((file) => !WANTED.some((wanted) => wanted.test(file)))).toEqual([]);
  });
});
