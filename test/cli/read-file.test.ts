import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText, readTextWith } from '../../server/src/cli/files/read-file';
import { scratchFolder } from './scratch';

describe('reading a file', () => {
  it('leaves out a byte order mark', () => {
    const folder = scratchFolder({ 'a.yaml': '\ufeffopenapi: 3.0.0\n' });
    expect(readText(join(folder, 'a.yaml'))).toEqual({ text: 'openapi: 3.0.0\n' });
  });

  it('reads UTF-16 with its mark', () => {
    const folder = scratchFolder({});
    writeFileSync(join(folder, 'a.yaml'), Buffer.from('\ufeffopenapi: 3.0.0\n', 'utf16le'));
    expect(readTextWith(join(folder, 'a.yaml'), ['openapi'])).toEqual({ text: 'openapi: 3.0.0\n' });
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
