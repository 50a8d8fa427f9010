import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, commandLine, stridewise } from './bundle';

beforeAll(bundleCommandLine, 60_000);

describe('what the build keeps of the compiled command line', () => {
  const cache = join(dirname(commandLine), 'cli/program.cache');

  it('is accepted by the Node that made it', () => {
    const source = readFileSync(join(dirname(commandLine), 'cli/program.cjs'), 'utf8');
    expect(new Script(source, { cachedData: readFileSync(cache) }).cachedDataRejected).toBe(false);
  });

  it.each([
    ['another version made it', () => writeFileSync(cache, readFileSync(cache).fill(1, 0, 64))],
    ['it is cut short', () => writeFileSync(cache, readFileSync(cache).subarray(0, 100))],
    ['it is missing', () => rmSync(cache)],
  ])('is not needed: %s', async (_, spoil) => {
    spoil();
    const folder = mkdtempSync(join(tmpdir(), 'stridewise-'));
    const { code, stdout } = await stridewise(folder, ['--version']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
