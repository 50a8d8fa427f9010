import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/src/cli/arguments';
import { bundleCommandLine, redirected, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const example = resolve('examples/shop');
const SPEC = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  paths: { '/pets/<img src=x onerror=alert(1)>\u202e': { get: { responses: {} } } },
});

describe('the words after report', () => {
  const read = (...words: string[]) => {
    const command = parseArguments(['report', ...words]);
    return command.name === 'report' ? command.options : null;
  };

  it('are paths and options', () => {
    expect(read()).toEqual({
      paths: ['.'],
      models: [],
      runs: 10_000,
      seed: 1,
      date: null,
      format: 'html',
      output: null,
    });
    expect(read('a', '--format', 'markdown', '--date', '2026-11-28', '-o', 'b', '--seed', '7')).toMatchObject({
      paths: ['a'],
      format: 'markdown',
      date: '2026-11-28',
      output: 'b',
      seed: 7,
    });
  });

  it.each([
    [['--format', 'pdf'], '--format takes html, markdown; not "pdf".'],
    [['--date', 'today'], '--date takes a day as YYYY-MM-DD; not "today".'],
    [['--date', '2026-02-31'], '--date takes a day as YYYY-MM-DD; not "2026-02-31".'],
  ])('%j are refused', (words, message) => {
    expect(() => read(...words)).toThrow(message);
  });
});

describe('stridewise report', () => {
  it('writes one page, the same bytes each time, with lines as people read them', async () => {
    const folder = scratchFolder({ 'out/': '' });
    const write = (name: string) =>
      stridewise(example, ['report', '--date', '2026-11-24', '-o', join(folder, 'out', name)]);
    const ended = await write('a.html');
    expect([ended.code, ended.stdout, ended.stderr]).toEqual([0, '', '']);
    await write('b.html');
    const page = readFileSync(join(folder, 'out/a.html'), 'utf8');
    expect(readFileSync(join(folder, 'out/b.html'), 'utf8')).toBe(page);
    expect(page).toMatch(/^<!DOCTYPE html>\n/);
    expect(page).toContain('openapi.yaml:');
    expect(page).not.toContain('file://');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['a.html', 'b.html']);
  });

  it('prints Markdown for a pull request', async () => {
    const { code, stdout, stderr } = await stridewise(example, ['report', '--format', 'markdown']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^# Shop\n/);
    expect(stdout).toContain('\n## Simulated attacks\n');
    expect(stdout).not.toContain('file://');
  });

  it('lets no text of a file be more than a text', async () => {
    const folder = scratchFolder({ 'openapi.json': SPEC });
    const page = await stridewise(folder, ['report']);
    expect(page.stdout).not.toMatch(/<img|\u202e/);
    const markdown = await stridewise(folder, ['report', '--format', 'markdown']);
    expect(markdown.stdout.replace(/`[^`\n]*`/g, '')).not.toMatch(/<img|\u202e/);
    expect(markdown.stdout).not.toMatch(/\u202e/);
  });

  it('ends with 2 where there is nothing to tell, or no place for it', async () => {
    const folder = scratchFolder({
      'openapi.json': '{"openapi":"3.0.3","info":{},"paths":{}}',
      'a/openapi.json': SPEC,
    });
    const nothing = await stridewise(folder, ['report', 'openapi.json']);
    expect([nothing.code, nothing.stdout]).toEqual([2, '']);
    expect(nothing.stderr).toContain('Nothing to report');
    const nowhere = await stridewise(folder, ['report', 'a', '-o', 'none/report.html']);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('none/report.html cannot be written: its folder does not exist.');
  });

  it.skipIf(process.platform === 'win32')(
    'leaves what was there where a file cannot grow as large, and no half one',
    async () => {
      const folder = scratchFolder({ 'openapi.json': SPEC, 'report.html': 'before\n' });
      // A file of at most 4 blocks of 512 or 1024 bytes: as a full disk, the report is refused in the middle.
      const { stdout } = await redirected(folder, ['report', '-o', 'report.html'], '2>&1', 'ulimit -f 4;');
      expect(stdout).toContain('report.html cannot be written: it would be too large.');
      expect(stdout).toMatch(/2$/);
      expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('before\n');
      expect(readdirSync(folder).sort()).toEqual(['openapi.json', 'report.html']);
    },
  );

  it.skipIf(process.platform === 'win32')('writes through a link, and into what is no file', async () => {
    const folder = scratchFolder({ 'openapi.json': SPEC, 'real.html': 'before\n' });
    symlinkSync('real.html', join(folder, 'link.html'));
    await stridewise(folder, ['report', '-o', 'link.html']);
    expect(readFileSync(join(folder, 'real.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    const { code } = await stridewise(folder, ['report', '-o', '/dev/null']);
    expect([code, existsSync('/dev/null')]).toEqual([0, true]);
  });
});
