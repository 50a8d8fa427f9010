import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Each test file bundles for itself: another's bundle must not change while this one runs it. */
const folder = resolve('out/test-cli', String(process.pid));
/** The bundle that tests run. */
export const commandLine = `${folder}/dist/cli.mjs`;

/** Bundles the command line and the server that it starts, apart from dist/ so that tests do not depend on a build. */
export async function bundleCommandLine(): Promise<void> {
  const { build, commandLineIn } = (await import(pathToFileURL(resolve('scripts/build.mjs')).href)) as {
    build(options: { bundlesOf: readonly object[] }): Promise<unknown>;
    commandLineIn(folder: string): readonly object[];
  };
  await build({ bundlesOf: commandLineIn(`${folder}/dist`) });
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `stridewise ...words` in a folder, with `input` on standard input and more variables of the environment. */
export function stridewise(
  cwd: string,
  words: readonly string[],
  input: string | Buffer = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const env = { ...process.env, FORCE_COLOR: undefined, ...environment };
  return ended(spawn(process.execPath, [commandLine, ...words], { cwd, env }), input);
}

/** Runs it in a shell pipeline: `stridewise ...words | rest`. */
export function pipeline(cwd: string, words: readonly string[], rest: string): Promise<Ended> {
  return ended(spawn('sh', ['-c', `${quoted(words)} | ${rest}`], { cwd }), '');
}

/** Runs it in a shell that redirects it, and prints its exit code behind its output. `before`: commands of the shell. */
export function redirected(cwd: string, words: readonly string[], redirection: string, before = ''): Promise<Ended> {
  return ended(spawn('sh', ['-c', `${before} ${quoted(words)} ${redirection}; printf %s $?`], { cwd }), '');
}

function quoted(words: readonly string[]): string {
  return [process.execPath, commandLine, ...words].map((word) => `'${word}'`).join(' ');
}

function ended(child: ReturnType<typeof spawn>, input: string | Buffer): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdin?.end(input);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** Greets `stridewise lsp --stdio` and says goodbye. */
export async function handshake(cwd: string): Promise<{ answer: string; code: number | null }> {
  const child = spawn(process.execPath, [commandLine, 'lsp', '--stdio'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const answered = (id: number) => {
    let seen = '';
    return new Promise<string>((done) => {
      child.stdout.on('data', (chunk) => {
        seen += chunk;
        if (seen.includes(`"id":${id}`)) done(seen);
      });
    });
  };
  const ended = new Promise<number | null>((done) => child.on('close', done));
  send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  const answer = await answered(1);
  send({ id: 2, method: 'shutdown' });
  await answered(2);
  send({ method: 'exit' });
  return { answer, code: await ended };
}
