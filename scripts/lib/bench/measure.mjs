// Whole cold processes, measured side by side.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const preload = new URL('peak.mjs', import.meta.url).href;

/** The value below which `share` of the values lie. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => quantile(values, 0.5);

/** One run of `node ...words`: wall milliseconds from spawn to exit, peak memory in MB, exit code. */
export function measureOnce(words, { cwd, env } = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'stridewise-bench-'));
  const peak = join(scratch, 'peak');
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', preload, ...words], {
      cwd,
      env: { ...process.env, ...env, STRIDEWISE_PEAK: peak },
      stdio: 'ignore',
    });
    child.on('error', fail);
    child.on('close', (code) => {
      const wall = performance.now() - start;
      const memory = Number(readFileSync(peak, 'utf8')) / 1024;
      rmSync(scratch, { recursive: true, force: true });
      done({ wall, memory, code });
    });
  });
}

/**
 * Runs every candidate in turn, `rounds` times, after one round that only warms the disk's cache.
 * @returns medians by name: {wall, memory, code}
 */
export async function interleaved(candidates, rounds) {
  const runs = new Map(candidates.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, words, cwd, env } of candidates) {
      const one = await measureOnce(words, { cwd, env });
      if (round >= 0) runs.get(name).push(one);
    }
  }
  return Object.fromEntries(
    [...runs].map(([name, all]) => [
      name,
      { wall: median(all.map(({ wall }) => wall)), memory: median(all.map(({ memory }) => memory)), code: all[0].code },
    ]),
  );
}
