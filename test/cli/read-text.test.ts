import { execFileSync } from 'node:child_process';
import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText, readTextWith, readWhole, textOf } from '../../server/src/node/read-text';
import { scratchFolder } from './scratch';

describe('reading a file', () => {
  it('leaves out a byte order mark', () => {
    const folder = scratchFolder({ 'a.yaml': '\ufeffopenapi: 3.0.0\n' });
    expect(readText(join(folder, 'a.yaml'))).toEqual({ text: 'openapi: 3.0.0\n' });
  });

  it.each([
    ['little-endian', '\ufeff', false],
    ['big-endian', '\ufeff', true],
    ['little-endian without a mark', '', false],
    ['big-endian without a mark', '', true],
  ])('reads UTF-16, %s', (_name, mark, swapped) => {
    const folder = scratchFolder({});
    const bytes = Buffer.from(`${mark}openapi: 3.0.0 # Grüße 🦊\n`, 'utf16le');
    writeFileSync(join(folder, 'a.yaml'), swapped ? bytes.swap16() : bytes);
    expect(readTextWith(join(folder, 'a.yaml'), ['openapi'])).toEqual({ text: 'openapi: 3.0.0 # Grüße 🦊\n' });
  });

  it('reads to the end of a file that grew or shrank since it was looked at', () => {
    const path = join(scratchFolder({ 'a.yaml': 'openapi: 3.0.0\n' }), 'a.yaml');
    const file = openSync(path, 'r');
    for (const size of [0, 3, 14, 15, 16, 5000]) expect(readWhole(file, size).toString()).toBe('openapi: 3.0.0\n');
    closeSync(file);
  });

  it('says that a file is too large, one that grew too', () => {
    const path = join(scratchFolder({ 'a.yaml': 'openapi: 3.0.0\n' }), 'a.yaml');
    truncateSync(path, 64 * 1024 * 1024 + 1);
    expect(readText(path)).toEqual({ reason: 'is larger than 64 MB' });
    const file = openSync(path, 'r');
    expect(textOf(readWhole(file, 15))).toEqual({ reason: 'is larger than 64 MB' });
    closeSync(file);
  });

  it('reads a file only if a word stands in it, wherever that is', () => {
    const megabyte = 'x'.repeat(1024 * 1024 - 3);
    const folder = scratchFolder({ 'late.yaml': `${megabyte}openapi: 3.0.0`, 'other.yaml': megabyte.repeat(2) });
    expect(readTextWith(join(folder, 'late.yaml'), ['openapi'])).toHaveProperty('text');
    expect(readTextWith(join(folder, 'other.yaml'), ['openapi', 'swagger'])).toBeNull();
  });

  it('says why it does not', () => {
    const folder = scratchFolder({ 'binary.yaml': 'openapi\u0000', 'folder/': '' });
    expect(readText(join(folder, 'binary.yaml'))).toEqual({ reason: 'is not a text file' });
    expect(readText(join(folder, 'folder'))).toEqual({ reason: 'is a folder' });
    expect(readText(join(folder, 'absent'))).toEqual({ reason: 'does not exist' });
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
    const folder = scratchFolder({});
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(readText(join(folder, 'pipe'))).toEqual({ reason: 'is not a regular file' });
  });
});
