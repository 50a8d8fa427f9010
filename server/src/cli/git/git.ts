import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { codeOf } from '../../node/code-of';
import { UsageError } from '../arguments';

/**
 * Settings over those of the repository, which may be a stranger's: no program that its configuration names is run, nothing is
 * fetched, nothing is written.
 */
const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'log.showSignature=false',
    'protocol.allow=never',
    // What is read is read in one way.
    'i18n.logOutputEncoding=UTF-8',
    'log.follow=false',
  ].flatMap((setting) => ['-c', setting]),
];

const LARGEST_ANSWER = 512 * 1024 * 1024;

/** Runs git in a repository, without a shell. Throws a UsageError with what git says. */
export function git(root: string, words: readonly string[], input = ''): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', ['-C', root, ...SAFE, ...words], {
    // A program called git that lies in the repository is not the one that is meant.
    cwd: dirname(process.execPath),
    env: environment(),
    input,
    maxBuffer: LARGEST_ANSWER,
    windowsHide: true,
  });
  if (error !== undefined) {
    throw new UsageError(
      codeOf(error) === 'ENOENT' ? 'git is not installed, or not on the PATH.' : `git failed: ${error.message}.`,
    );
  }
  if (status !== 0) throw new UsageError(`git failed: ${firstLine(stderr) || `it ended with ${status}`}`);
  return stdout;
}

/** What calls us, a hook perhaps, may speak of another repository; nobody answers questions; no protocol is allowed. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** Of a partial clone, which would fetch what it has not got. */
export function notHere(path: string): UsageError {
  return new UsageError(
    `git has not got the text of ${path} as it was: this clone is a partial one, and nothing is fetched from here. Clone without --filter.`,
  );
}

function firstLine(output: Buffer): string {
  return (
    output
      .toString('utf8')
      .trim()
      .split('\n')[0]
      ?.replace(/^fatal: /, '') ?? ''
  );
}
