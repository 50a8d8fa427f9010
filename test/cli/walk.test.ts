import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Boundary } from '../../server/src/cli/files/boundary';
import { NotChecked } from '../../server/src/cli/files/not-checked';
import { isCandidate, Walker } from '../../server/src/cli/files/walk';
import { scratchFolder } from './scratch';

function walked(folder: string, start = folder) {
  const notChecked = new NotChecked();
  const walker = new Walker(new Boundary([start]), notChecked);
  const files = [...walker.filesBelow(start, isCandidate)].map((path) => relative(folder, path));
  return { files, notChecked: [...notChecked].map(({ path, reason }) => `${relative(folder, path)} ${reason}`) };
}

describe('walking a folder', () => {
  it('finds files in the order of their names and leaves out node_modules', () => {
    const folder = scratchFolder({
      'b.yaml': '',
      'a/c.json': '',
      'a/readme.md': '',
      'node_modules/x/y.yaml': '',
      '.github/z.yml': '',
    });
    expect(walked(folder).files).toEqual(['b.yaml', '.github/z.yml', 'a/c.json']);
  });

  it('obeys .gitignore files, nested ones and exceptions too', () => {
    const folder = scratchFolder({
      '.git/info/exclude': 'private.yaml\n',
      '.gitignore': 'dist/\n*.gen.yaml\n',
      'private.yaml': '',
      'dist/a.yaml': '',
      'b.gen.yaml': '',
      'api/.gitignore': '!keep.gen.yaml\nold.yaml\n',
      'api/keep.gen.yaml': '',
      'api/old.yaml': '',
      'api/new.yaml': '',
      'old.yaml': '',
    });
    expect(walked(folder).files).toEqual(['old.yaml', 'api/keep.gen.yaml', 'api/new.yaml']);
  });

  it('obeys the repository above, unless it leaves out the very folder that was asked for', () => {
    const folder = scratchFolder({ '.git/': '', '.gitignore': 'out/\nx.yaml\n', 'out/a.yaml': '', 'in/x.yaml': '' });
    expect(walked(folder, join(folder, 'in')).files).toEqual([]);
    expect(walked(folder, join(folder, 'out')).files).toEqual(['out/a.yaml']);
  });

  it('follows symbolic links inside, once, and says what leads out', () => {
    const outside = scratchFolder({ 'secret.yaml': '' });
    const folder = scratchFolder({ 'real/a.yaml': '', 'deep/': '' });
    symlinkSync(folder, join(folder, 'deep/loop'));
    symlinkSync(join(folder, 'real'), join(folder, 'again'));
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'secret.yaml'));
    symlinkSync(join(folder, 'self.yaml'), join(folder, 'self.yaml'));
    expect(walked(folder)).toEqual({
      files: ['real/a.yaml'],
      notChecked: [
        'secret.yaml is a symbolic link that leads out of the checked folders',
        'self.yaml is a symbolic link that leads nowhere',
      ],
    });
  });

  it.skipIf(process.platform === 'win32')('says which links lead to what cannot be read', () => {
    const folder = scratchFolder({});
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync(join(folder, 'pipe'), join(folder, 'pipe.yaml'));
    symlinkSync(join(folder, 'x'.repeat(300)), join(folder, 'long.yaml'));
    expect(walked(folder)).toEqual({
      files: [],
      notChecked: ['long.yaml may not be read', 'pipe.yaml is not a regular file'],
    });
  });

  it('meets a file in every walk and yields it once', () => {
    const folder = scratchFolder({ 'in/a.yaml': '', 'in/b.txt': '' });
    const walker = new Walker(new Boundary([folder]), new NotChecked());
    expect([...walker.filesBelow(folder, isCandidate)]).toEqual([join(folder, 'in/a.yaml')]);
    expect([...walker.filesBelow(folder, () => true)]).toEqual([join(folder, 'in/b.txt')]);
    expect(walker.met).toBe(3);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
    const folder = scratchFolder({ 'a.yaml': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    expect(walked(folder)).toEqual({ files: ['a.yaml'], notChecked: ['pipe.yaml is not a regular file'] });
  });
});
