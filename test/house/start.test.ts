import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('npm start', () => {
  it.each([
    [['--close'], 'Unknown option --close. Use: npm start [-- [folder] [--no-open]]'],
    [['examples', 'docs'], 'One folder can be opened, not also docs.'],
    [['absent'], 'absent does not exist.'],
    [['package.json'], 'package.json is no folder.'],
  ])('says what is wrong with %j before it does anything', (words, message) => {
    const env = { ...process.env, INIT_CWD: resolve('.') };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', ...words], {
      encoding: 'utf8',
      env,
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('says which program is missing', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--no-open'], {
      encoding: 'utf8',
      env: { PATH: '' },
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'Stridewise needs npm, and it is not on the PATH.\n' });
  });
});

describe('scripts that write pictures', () => {
  it.each([
    ['keyboard', ['--help'], 'Unknown option --help. Use: node scripts/keyboard.mjs [folder]'],
    ['screenshot', ['--help'], 'Unknown option --help. Use: node scripts/screenshot.mjs '],
    ['screenshot', ['--tour'], 'Unknown option --tour. Use: node scripts/screenshot.mjs '],
    ['screenshot', ['-x'], 'Unknown option -x. Use: node scripts/screenshot.mjs '],
  ])('%s takes no option %j for a name, and does nothing', (script, words, message) => {
    const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...words], { encoding: 'utf8' });
    expect({ status, told: stderr.slice(0, message.length) }).toEqual({ status: 1, told: message });
  });
});
