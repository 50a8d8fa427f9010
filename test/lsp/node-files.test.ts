import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excludedBy } from '../../server/src/lsp/exclude-setting';
import { IgnoreRules } from '../../server/src/lsp/ignore-rules';
import { walk } from '../../server/src/node/folder-walk';
import { readCandidate, readInside } from '../../server/src/node/read-file';

const SPEC = 'openapi: 3.0.0\n';
let base = '';
let root = '';

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function uri(path: string): string {
  return pathToFileURL(join(root, path)).toString();
}

function found(exclude: Record<string, unknown> = {}, all = false): string[] {
  const folder = pathToFileURL(root).toString();
  return [...walk(folder, new IgnoreRules(excludedBy(exclude)), all)]
    .filter((each) => each !== null)
    .map((each) => each.slice(folder.length + 1))
    .sort();
}

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'stridewise-')));
  root = join(base, 'folder');
  put('a.yaml', SPEC);
  put('b/c.json', '{"swagger":"2.0"}');
  put('b/readme.md', SPEC);
  put('node_modules/x/openapi.yaml', SPEC);
  put('.gitignore', 'build/\n*.gen.yaml\n');
  put('build/openapi.yaml', SPEC);
  put('b/api.gen.yaml', SPEC);
  put('b/.gitignore', '!keep.gen.yaml\n/only-here.yaml\n');
  put('b/keep.gen.yaml', SPEC);
  put('b/only-here.yaml', SPEC);
  put('only-here.yaml', SPEC);
  put('vendor/v.yaml', SPEC);
  put('binary.yaml', new Uint8Array([0, 1, 2, ...new TextEncoder().encode(SPEC)]));
  put('utf16.yaml', new Uint8Array([0xff, 0xfe, ...Buffer.from(SPEC, 'utf16le')]));
  writeFileSync(join(base, 'outside.yaml'), SPEC);
  symlinkSync(join(base, 'outside.yaml'), join(root, 'link.yaml'));
  symlinkSync(root, join(root, 'loop'));
  symlinkSync(join(root, 'a.yaml'), join(root, 'inside-link.yaml'));
  execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('files that the server reads itself', () => {
  it('walks for files of every kind where it is asked to', () => {
    const more = found({}, true).filter((path) => !found().includes(path));
    expect(more).toEqual(['.gitignore', 'b/.gitignore', 'b/readme.md']);
  });

  it('walks a folder without what is ignored', () => {
    expect(found()).toEqual([
      'a.yaml',
      'b/c.json',
      'b/keep.gen.yaml',
      'binary.yaml',
      'only-here.yaml',
      'utf16.yaml',
      'vendor/v.yaml',
    ]);
  });

  it('leaves out what files.exclude names, and only what it names with true', () => {
    expect(found({ '**/vendor': true, 'b/**': { when: '$(basename).ts' } })).not.toContain('vendor/v.yaml');
    expect(found({ 'b/**': false })).toContain('b/c.json');
  });

  it('reads a regular file inside a folder, also through a link', () => {
    const folders = [pathToFileURL(root).toString()];
    expect(readInside(uri('a.yaml'), folders)).toBe(SPEC);
    expect(readInside(uri('inside-link.yaml'), folders)).toBe(SPEC);
    expect(readInside(uri('loop/loop/a.yaml'), folders)).toBe(SPEC);
  });

  it('reads nothing outside, no pipe, no folder and no binary', () => {
    const folders = [pathToFileURL(root).toString()];
    for (const path of ['link.yaml', '../outside.yaml', 'pipe.yaml', 'b', 'binary.yaml', 'missing.yaml']) {
      expect(readInside(uri(path), folders), path).toBeNull();
    }
  });

  it('tells candidates by their bytes', () => {
    expect(readCandidate(uri('utf16.yaml'))).toEqual({ text: SPEC });
    expect(readCandidate(uri('b/c.json'))).toEqual({ text: expect.stringContaining('swagger') });
    expect(readCandidate(uri('binary.yaml'))).toEqual({ reason: 'is not a text file' });
    expect(readCandidate(uri('.gitignore'))).toBeNull();
  });
});
