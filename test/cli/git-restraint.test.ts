import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../server/src/cli/arguments';
import { readObjects } from '../../server/src/cli/git/objects';
import { Revision } from '../../server/src/cli/git/revision';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
paths: { /pets: { get: { operationId: listPets, responses: { "200": { description: Fine } } } } }
`;
const MORE = SPEC.replace('paths: {', 'paths: { /dogs: { get: { responses: { "200": { description: Fine } } } },');
const MODEL = 'stridewise: 1\napis: { store: ./openapi.yaml }\n';
const ACCEPTED = `${MODEL}mitigations: { a: { strategy: accept, covers: denial on store, reason: R, owner: O, until: 2099-01-01 } }\n`;

/** Git as the tests use it: with nobody's settings. */
const QUIET = {
  ...process.env,
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'T',
  GIT_COMMITTER_NAME: 'T',
};
const WHO = { GIT_AUTHOR_EMAIL: 't@example.org', GIT_COMMITTER_EMAIL: 't@example.org' };

interface Trapped {
  /** The repository: two commits, and a change that is in none. */
  readonly folder: string;
  /** Whether the trap was run since it was last asked. */
  readonly sprung: () => boolean;
  /** A program that nobody may run, and a folder of hooks that are that program. */
  readonly trap: string;
  readonly hooks: string;
  readonly git: (...words: string[]) => string;
}

function trapped(): Trapped {
  const root = scratchFolder({ 'shop/openapi.yaml': SPEC, 'shop/shop.threats.yaml': MODEL, 'hooks/': '' });
  const [folder, mark, trap, hooks] = ['shop', 'mark', 'trap.sh', 'hooks'].map((name) => join(root, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const program of [trap, join(hooks, 'reference-transaction'), join(hooks, 'post-checkout')]) {
    writeFileSync(program, `#!/bin/sh\ntouch '${mark}'\nexit 1\n`);
    chmodSync(program, 0o755);
  }
  const git = (...words: string[]) => {
    const { stdout } = spawnSync('git', words, { cwd: folder, env: { ...QUIET, ...WHO }, encoding: 'utf8' });
    return stdout.trim();
  };
  writeFileSync(join(folder, '.gitattributes'), '*.yaml diff=trap filter=trap\n');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'First');
  writeFileSync(join(folder, 'shop.threats.yaml'), ACCEPTED);
  git('commit', '--quiet', '--all', '--message', 'Second');
  writeFileSync(join(folder, 'openapi.yaml'), MORE);
  const sprung = () => {
    const was = existsSync(mark);
    rmSync(mark, { force: true });
    return was;
  };
  return { folder, sprung, trap, hooks, git };
}

/** What both commands that run git say; neither may spring the trap. */
async function asked({ folder, sprung }: Trapped, environment: Readonly<Record<string, string>> = {}, cwd = folder) {
  const drift = await stridewise(cwd, ['drift', '--since', 'main'], '', environment);
  const log = await stridewise(cwd, ['log'], '', environment);
  expect(sprung()).toBe(false);
  return { drift, log };
}

async function isTold(repository: Trapped, environment?: Readonly<Record<string, string>>, cwd?: string) {
  const { drift, log } = await asked(repository, environment, cwd);
  expect([drift.stderr, drift.stdout]).toEqual(['', expect.stringContaining('GET /dogs is new')]);
  expect([log.stderr, log.stdout]).toEqual(['', expect.stringContaining('accepts denial on store')]);
}

/** A settings file that springs the trap, and what of git springs it: the trap of a test has to work. */
type Trap = readonly [
  what: string,
  settings: (of: Trapped) => readonly (readonly [string, string])[],
  springs: readonly string[],
];

const MISSING = 'HEAD:shop.threats.yaml';
const lazily = (more: (of: Trapped) => readonly (readonly [string, string])[]) => (of: Trapped) => [
  ['remote.origin.promisor', 'true'] as const,
  ['extensions.partialClone', 'origin'] as const,
  ['core.repositoryFormatVersion', '1'] as const,
  ...more(of),
];

const TRAPS: readonly Trap[] = [
  ['core.fsmonitor', ({ trap }) => [['core.fsmonitor', trap]], ['status']],
  ['core.hooksPath', ({ hooks }) => [['core.hooksPath', hooks]], ['update-ref', 'refs/heads/x', 'HEAD']],
  ['diff.external', ({ trap }) => [['diff.external', trap]], ['diff', 'HEAD~', 'HEAD']],
  ['a diff of its own', ({ trap }) => [['diff.trap.command', trap]], ['diff', 'HEAD~', 'HEAD']],
  ['textconv', ({ trap }) => [['diff.trap.textconv', trap]], ['log', '--patch']],
  ['filter.clean', ({ trap }) => [['filter.trap.clean', trap]], ['add', '.']],
  ['filter.smudge', ({ trap }) => [['filter.trap.smudge', trap]], ['checkout', 'HEAD~', '--', 'openapi.yaml']],
  ['filter.process', ({ trap }) => [['filter.trap.process', trap]], ['add', '.']],
  ['core.sshCommand', ({ trap }) => [['core.sshCommand', trap]], ['ls-remote', 'ssh://nowhere.example/x']],
  ['an alias', ({ trap }) => ['log', 'ls-tree', 'cat-file', 'x'].map((name) => [`alias.${name}`, `!${trap}`]), ['x']],
  [
    'a program of signatures',
    ({ trap }) => [
      ['log.showSignature', 'true'],
      ['gpg.program', trap],
    ],
    ['log'],
  ],
  [
    'a remote of another program',
    lazily(({ trap }) => [
      ['remote.origin.url', `ext::${trap}`],
      ['protocol.ext.allow', 'always'],
    ]),
    ['cat-file', 'blob', MISSING],
  ],
  [
    'an upload-pack',
    lazily(({ trap, folder }) => [
      ['remote.origin.url', join(folder, '../elsewhere')],
      ['remote.origin.uploadpack', trap],
      ['protocol.file.allow', 'always'],
    ]),
    ['cat-file', 'blob', MISSING],
  ],
  [
    'a lazy fetch by ssh',
    lazily(({ trap }) => [
      ['remote.origin.url', 'ssh://nowhere.example/x'],
      ['core.sshCommand', trap],
    ]),
    ['cat-file', 'blob', MISSING],
  ],
];

/** Signs the last commit with what is no signature, and loses a text of the first one. */
function prepare({ git, folder }: Trapped): void {
  const commit = git('cat-file', 'commit', 'HEAD');
  const signed = commit.replace(
    /\n\n/,
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n',
  );
  const words = ['hash-object', '-t', 'commit', '-w', '--stdin'];
  const id = execFileSync('git', words, { cwd: folder, input: `${signed}\n`, env: QUIET, encoding: 'utf8' }).trim();
  git('update-ref', 'refs/heads/main', id);
}

function lose({ git, folder }: Trapped): void {
  const id = git('rev-parse', MISSING);
  rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true });
}

function set({ git }: Trapped, settings: readonly (readonly [string, string])[]): void {
  for (const [key, value] of settings) git('config', key, value);
}

describe.skipIf(process.platform === 'win32')(
  'a program that the configuration of a repository names is never run:',
  () => {
    it.each(TRAPS)('%s', async (_, settings, springs) => {
      const repository = trapped();
      prepare(repository);
      set(repository, settings(repository));
      const isLazy = springs.includes(MISSING);
      if (isLazy) lose(repository);
      repository.sprung();
      if (isLazy) {
        const { drift } = await asked(repository);
        expect(drift.code).not.toBe(0);
      } else await isTold(repository);
      repository.git(...springs);
      expect(repository.sprung()).toBe(true);
    });

    it('one that another file of settings names, or the repository of a worktree', async () => {
      const repository = trapped();
      const { folder, git, trap, sprung } = repository;
      const worktree = join(folder, '../worktree');
      git('worktree', 'add', '--quiet', '--detach', worktree, 'main');
      writeFileSync(join(worktree, 'openapi.yaml'), MORE);
      writeFileSync(
        join(folder, '.git/more'),
        `[core]\n\tfsmonitor = ${trap}\n\tpager = ${trap}\n[pager]\n\tlog = ${trap}\n`,
      );
      git('config', 'include.path', 'more');
      git('config', 'credential.helper', `!${trap}`);
      git('status');
      expect(sprung()).toBe(true);
      await isTold(repository);
      await isTold(repository, {}, worktree);
    });

    it('one that whoever calls us names in the environment, nor is another repository read', async () => {
      const repository = trapped();
      const { trap, git, sprung } = repository;
      const other = scratchFolder({ 'README.md': 'Another repository\n' });
      execFileSync('git', ['init', '--quiet'], { cwd: other });
      const environment = {
        GIT_DIR: join(other, '.git'),
        GIT_WORK_TREE: other,
        GIT_INDEX_FILE: join(other, 'index'),
        GIT_OBJECT_DIRECTORY: join(other, '.git/objects'),
        GIT_CEILING_DIRECTORIES: '/',
        GIT_EXTERNAL_DIFF: trap,
        GIT_PAGER: trap,
        GIT_SSH_COMMAND: trap,
        GIT_ASKPASS: trap,
        GIT_ALLOW_PROTOCOL: 'ext:file:ssh',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'core.fsmonitor',
        GIT_CONFIG_VALUE_0: trap,
        GIT_EXEC_PATH: other,
        PAGER: trap,
      };
      await isTold(repository, environment);
      git('-c', `core.fsmonitor=${trap}`, 'status');
      expect(sprung()).toBe(true);
    });

    it('one that lies in the folder and is called git', async () => {
      const repository = trapped();
      writeFileSync(join(repository.folder, 'git'), `#!/bin/sh\ntouch '${join(repository.folder, '../mark')}'\n`);
      chmodSync(join(repository.folder, 'git'), 0o755);
      await isTold(repository, { PATH: `.:${process.env.PATH}` });
    });
  },
);

describe('a revision', () => {
  it.each([
    '-x',
    '--output=x',
    '--all',
    '$(touch x)',
    '`touch x`',
    '; touch x',
    'main; touch x',
    'main\n--all',
    'main..main',
    '^main',
    'main:openapi.yaml',
    ':/First',
    "a'b",
    '\u202e',
    'x'.repeat(5000),
  ])('%j names no commit, and does nothing', (reference) => {
    const { folder } = trapped();
    expect(() => Revision.at(folder, reference)).toThrow(UsageError);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it.each(['feature/ü-$x', 'a"b', "it's", 'x;touch-y', 'a&b|c', 'refs/heads/-x'])('may be called %j', (name) => {
    const { folder, git } = trapped();
    git('update-ref', name.startsWith('refs/') ? name : `refs/heads/${name}`, 'HEAD');
    expect(Revision.at(folder, name).commit).toBe(git('rev-parse', 'HEAD'));
  });
});

it.skipIf(process.getuid?.() !== 0)("says that git refuses somebody else's repository", async () => {
  const repository = trapped();
  for (const path of ['.', '.git']) chownSync(join(repository.folder, path), 65_534, 65_534);
  const { drift } = await asked(repository, { HOME: '/nowhere' });
  expect([drift.code, drift.stderr]).toEqual([2, expect.stringContaining('git failed: ')]);
  expect(drift.stderr).toContain('dubious ownership');
});

it('a name with a line break is asked for alone, or not at all', () => {
  const { folder } = trapped();
  const texts = readObjects(folder, ['HEAD:openapi.yaml', 'HEAD:a\nHEAD:shop.threats.yaml', 'HEAD:shop.threats.yaml']);
  expect(texts.map((text) => text?.toString())).toEqual([SPEC, undefined, ACCEPTED]);
});
