// Child processes: no shell, no stdin, exit code as a value.
import { spawn } from 'node:child_process';
import { isInterrupted, stopsAtEnd } from './ending.mjs';

/**
 * Runs a program to its end.
 * @returns {Promise<{code: number, output: string}>} output is stdout and stderr, empty unless `capture`.
 */
export function run(program, args, { cwd, env, capture = false, echo = false } = {}) {
  return new Promise((done, fail) => {
    if (isInterrupted()) return;
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    });
    stopsAtEnd(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (echo) process.stderr.write(chunk);
      });
    }
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Whether a program can be started at all. */
export async function exists(program, args = ['--version']) {
  return run(program, args, { capture: true }).then(
    ({ code }) => code === 0,
    () => false,
  );
}
