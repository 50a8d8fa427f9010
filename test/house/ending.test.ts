import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const lib = (name: string) => JSON.stringify(pathToFileURL(resolve('scripts/lib', name)).href);
const patient = "console.log(process.pid); process.on('SIGINT', () => {}); setInterval(() => {}, 1000);";
/** A script with a folder of its own, in the middle of a step that takes long: its child tells its number and stays. */
const script = `
import { scratchFolder } from ${lib('ending.mjs')};
import { run } from ${lib('run.mjs')};
import { main } from ${lib('say.mjs')};
await main(async () => {
  console.log(scratchFolder('stridewise-ending-').folder);
  await run(process.execPath, ['-e', ${JSON.stringify(patient)}]);
  console.log('the next step');
  await run(process.execPath, ['-e', 'console.log("a further program")']);
});
`;

/** Runs the script, sends the signal once its child runs, and waits for its end. */
function interrupted(signal: NodeJS.Signals) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    const before = output.split('\n').length;
    output += chunk;
    if (before < 3 && output.split('\n').length >= 3) child.kill(signal);
  });
  return new Promise<{ code: number | null; folder: string; pid: number; rest: string[]; errors: string }>((done) => {
    child.on('close', (code) => {
      const [folder = '', pid = '', ...rest] = output.trim().split('\n');
      done({ code, folder, pid: Number(pid), rest, errors });
    });
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === 'win32')('a script that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s ends its children, removes its folders and exits with %i', async (signal, expected) => {
    const { code, folder, pid, rest, errors } = await interrupted(signal);
    expect({ code, errors }).toEqual({ code: expected, errors: '' });
    expect(folder).toContain('stridewise-ending-');
    expect(existsSync(folder)).toBe(false);
    expect(isRunning(pid)).toBe(false);
    expect(rest.filter((line) => line.includes('program'))).toEqual([]);
  });
});

describe('a script that ends by itself', () => {
  it('undoes what is left, the last first', async () => {
    const code = `
import { atEnd } from ${lib('ending.mjs')};
import { main, Missing } from ${lib('say.mjs')};
await main(async () => {
  atEnd(async () => console.log('one'));
  atEnd(async () => { throw new Error('two'); });
  const three = atEnd(async () => console.log('three'));
  await three();
  await three();
  throw new Missing('Something is missing.');
});
`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    const ended = await new Promise((done) => child.on('close', done));
    expect(ended).toBe(1);
    expect(output.trim().split('\n').sort()).toEqual(['Something is missing.', 'one', 'three']);
  });
});
